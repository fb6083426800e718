import { regionRange } from '@anju/domain';
import { Client } from 'pg';

/** A connection of the serving role for one job, outside the pool: its statements may take long. */
export async function jobConnection(url: string, name: string): Promise<Client> {
  const client = new Client({ connectionString: url, application_name: name });
  await client.connect();
  // A killed process must not leave a statement running; servers on some systems cannot tell, and refuse the setting.
  await client.query(`do $$ begin perform set_config('client_connection_check_interval', '5s', false);
    exception when others then null; end $$`);
  return client;
}

/** Lets the connection see one region and nothing else, until it ends. */
export async function seeRegion(client: Client, regionCode: string): Promise<void> {
  const { lo, hi } = regionRange(regionCode);
  await client.query(`select set_config('anju.lo', $1, false), set_config('anju.hi', $2, false)`, [lo, hi]);
}
