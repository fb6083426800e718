import { type Client, DatabaseError } from 'pg';
import { ensureAppRole } from '../../../cms/src/app-role';

beforeEach(() => {
  process.env.ANJU_APP_PASSWORD = 'a'.repeat(64);
  delete process.env.ANJU_APP_DATABASE_URL;
});

/** A server on which the role is not there until somebody else has made it, and whose statements fail one after the other. */
function server(failures: Error[]) {
  const said: string[] = [];
  const query = (sql: string) => {
    if (sql.startsWith('select')) return Promise.resolve({ rowCount: said.length === 0 ? 0 : 1 });
    said.push(sql.split(' ').slice(0, 2).join(' '));
    const failure = failures.shift();
    return failure ? Promise.reject(failure) : Promise.resolve({ rowCount: 0 });
  };
  return { said, owner: { query } as unknown as Client };
}

function refusal(code: string, message: string): Error {
  return Object.assign(new DatabaseError(message, message.length, 'error'), { code });
}

it('takes the role that another node made at the same moment, and waits for one that writes it', async () => {
  const { said, owner } = server([refusal('42710', '角色已存在'), refusal('XX000', 'tuple concurrently updated')]);
  await ensureAppRole(owner);
  expect(said).toEqual(['create role', 'alter role', 'alter role']);
});

it('tells of any other refusal at once', async () => {
  const { said, owner } = server([refusal('42501', 'permission denied to create role')]);
  await expect(ensureAppRole(owner)).rejects.toThrow('permission denied');
  expect(said).toEqual(['create role']);
});
