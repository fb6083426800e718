import http from 'node:http';
import { createRequire } from 'node:module';
import path from 'node:path';
import { ROOT } from '../places.mjs';

const require = createRequire(path.join(ROOT, 'cms/package.json'));
const { Pool } = require('pg');

/** Stand in captured SQL where the request's own id or identity key belongs. */
export const ASKED_ID = 987_654_321;
export const ASKED_KEY = '690425190001010019';

/**
 * The floor: node:http, pg, a token looked up in a Map, nothing else. Its routes are the statements that the parent sends.
 * A program of its own, so that its CPU time can be read apart.
 */
process.on('message', ({ databaseUrl, connections, token, routes }) => {
  const pool = new Pool({ connectionString: databaseUrl, max: connections });
  const users = new Map([[`Bearer ${token}`, { id: 1 }]]);
  const server = http.createServer((request, response) => {
    const user = users.get(request.headers.authorization ?? '');
    const [name = '', value] = (request.url ?? '').slice(1).split('?v=');
    const statements = routes[name];
    if (!user || !statements) {
      response.writeHead(user ? 404 : 401).end();
      return;
    }
    answer(pool, statements, value).then(
      (rows) => response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(rows)),
      (error) => response.writeHead(500).end(error.message),
    );
  });
  server.listen(0, '127.0.0.1', () => process.send?.({ url: `http://127.0.0.1:${server.address().port}` }));
});
process.on('disconnect', () => process.exit(0));

async function answer(pool, statements, value) {
  const answers = [];
  for (const { text, values } of statements) {
    const bound =
      value === undefined ? values : values.map((one) => (one === ASKED_ID || one === ASKED_KEY ? value : one));
    answers.push((await pool.query(text, bound)).rows);
  }
  return answers;
}
