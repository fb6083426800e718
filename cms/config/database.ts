/** The serving pool; a request holds one connection for its life. */
const POOL_SIZE = 20;

export default () => ({
  connection: {
    client: 'postgres',
    connection: {
      connectionString: process.env.ANJU_SERVE_URL,
      options: '-c idle_in_transaction_session_timeout=60000 -c lock_timeout=10000 -c statement_timeout=60000',
      application_name: 'anju',
    },
    pool: { min: 2, max: Number(process.env.ANJU_POOL_SIZE ?? POOL_SIZE) },
    acquireConnectionTimeout: 20_000,
    // Else knex writes the values of a failed statement into its message, and that goes into the log.
    compileSqlOnError: false,
  },
  settings: { forceMigration: false, runMigrations: true },
});
