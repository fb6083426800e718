// Prepares the template database as `npm start` would, with 300 demonstration households; own process, so that a test's Strapi is its only one.
const { writeFileSync, rmSync, mkdirSync } = require('node:fs');
const path = require('node:path');

const compiled = path.join(__dirname, '..', '..', 'cms', 'dist', 'src');

async function main() {
  rmSync(process.env.ANJU_DATA_DIR, { recursive: true, force: true });
  mkdirSync(process.env.ANJU_DATA_DIR, { recursive: true });
  const { loadSecrets } = require(path.join(compiled, 'secrets.js'));
  const { prepare } = require(path.join(compiled, 'prepare.js'));
  const { fillDemonstration } = require(path.join(compiled, 'demonstration.js'));
  loadSecrets();
  await prepare(process.env.DATABASE_URL);
  const { expected } = await fillDemonstration(process.env.DATABASE_URL, { households: 300 });
  writeFileSync(path.join(process.env.ANJU_DATA_DIR, 'expected.json'), JSON.stringify(expected));
}

main().then(
  () => process.exit(0),
  (error) => {
    console.error(error);
    process.exit(1);
  },
);
