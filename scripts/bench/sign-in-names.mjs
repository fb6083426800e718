import http from 'node:http';

const TRIES = 200;
const BAR = 0.1;

/**
 * Tries to sign in under 200 names that are accounts and 200 that are none, in turns and with a wrong password; each once and from an
 * address of its own, since counters would slow them down.
 */
export async function measureNames(url, owner) {
  await owner.query(
    `with made as (
       insert into up_users (document_id, username, email, provider, confirmed, blocked, password, name, level, region_code, must_change_password)
       select 'bench' || n, 'bench-known-' || n, 'bench-known-' || n || '@accounts.invalid', 'local', true, false, u.password, '某人', 'county', '520425', false
       from up_users u, generate_series(1, ${TRIES}) n where u.username = 'demo-clerk' returning id)
     insert into up_users_role_lnk (user_id, role_id) select made.id, r.id from made, up_roles r where r.type = 'countyClerk'`,
  );
  const times = { known: [], unknown: [] };
  await refusedIn(url, 'warm-up', '10.0.0.1');
  for (let turn = 1; turn <= TRIES; turn += 1) {
    for (const kind of turn % 2 ? ['known', 'unknown'] : ['unknown', 'known']) {
      const address = `10.${kind === 'known' ? 1 : 2}.${turn >> 8}.${turn & 255}`;
      times[kind].push(await refusedIn(url, `bench-${kind}-${turn}`, address));
    }
  }
  const [known, unknown] = [median(times.known), median(times.unknown)];
  const apart = Math.abs(known - unknown) / Math.min(known, unknown);
  console.log(
    `${TRIES} refused sign-ins each: known names ${known.toFixed(1)} ms, unknown ${unknown.toFixed(1)} ms in the median, ` +
      `${(apart * 100).toFixed(1)} % apart (bar ${BAR * 100} %)`,
  );
  return apart < BAR;
}

/** Milliseconds until a wrong password is refused. */
function refusedIn(url, identifier, address) {
  const body = JSON.stringify({ identifier, password: 'Wrong-2020-x' });
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    'x-forwarded-for': address,
    'x-forwarded-proto': 'https',
  };
  const begun = performance.now();
  return new Promise((resolve, reject) => {
    const request = http.request(`${url}/api/auth/local`, { method: 'POST', headers }, (answer) => {
      answer.resume().on('end', () => {
        if (answer.statusCode === 401) resolve(performance.now() - begun);
        else reject(new Error(`A wrong password was answered by ${answer.statusCode}`));
      });
    });
    request.on('error', reject);
    request.end(body);
  });
}

function median(values) {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length / 2;
  return (sorted[Math.floor(middle)] + sorted[Math.ceil(middle) - 1]) / 2;
}
