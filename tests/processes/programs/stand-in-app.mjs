// Answers every request with what it was told and what the database counts; ends at SIGTERM, slowly when asked to.
import http from 'node:http';
import pg from 'pg';

const { PORT, HOST, DATABASE_URL, ANJU_DEMO, ANJU_EMBEDDED, STAND_IN_STUBBORN } = process.env;
const pool = new pg.Pool({ connectionString: DATABASE_URL });
pool.on('error', () => {});

const server = http.createServer((request, response) => {
  if (request.url === '/crash') process.exit(7);
  pool.query('select current_user as role').then(
    ({ rows }) => {
      response.end(JSON.stringify({ pid: process.pid, demo: ANJU_DEMO, embedded: ANJU_EMBEDDED, role: rows[0].role }));
    },
    () => response.writeHead(503).end(),
  );
});
server.listen(Number(PORT), HOST, () => console.log('READY'));
process.on('SIGTERM', () => {
  console.log('ASKED TO END');
  if (!STAND_IN_STUBBORN) process.exit(0);
});
