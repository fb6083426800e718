import { ask } from './requests.mjs';

const PASSWORD = 'Anju-demo-2020';

/** The headers of a demonstration account that has signed in; an access token lasts ten minutes. */
export async function signedIn(url, identifier, headers = {}) {
  const body = { identifier, password: PASSWORD };
  const { jwt } = await ask(undefined, url, { method: 'POST', path: '/api/auth/local', headers, body });
  return { authorization: `Bearer ${jwt}` };
}
