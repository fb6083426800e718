/** The serving pool; a request holds one connection for its life. */
const POOL_SIZE = 20;

/** A request that hangs gives its connection back; preparing a province of millions may take its time. */
const LIMITS = '-c idle_in_transaction_session_timeout=60000 -c lock_timeout=10000 -c statement_timeout=60000';

export default () => ({
  connection: {
    client: 'postgres',
    connection: {
      connectionString: process.env.ANJU_SERVE_URL,
      options: process.env.ANJU_PREPARING === '1' ? '' : LIMITS,
      application_name: 'anju',
      // A BEGIN travels with the statement after it (sendInPackets).
      pipeline: true,
    },
    pool: { min: 2, max: Number(process.env.ANJU_POOL_SIZE ?? POOL_SIZE) },
    acquireConnectionTimeout: 20_000,
    // Else knex writes the values of a failed statement into its message, and that goes into the log.
    compileSqlOnError: false,
  },
  settings: { forceMigration: false, runMigrations: true },
});
