const PASSWORD = 'Anju-demo-2020';

/**
 * Households of the demonstration that show what a screen is for, read as its clerk.
 * @param {string} url
 * @returns {Promise<{ unrecognised: number, archived: number, relocated: number, recognised: number, renovated: number }>}
 */
export async function fittingHouseholds(url) {
  const ask = await asClerk(url);
  const first = async (filter, fits = () => true) => {
    const rows = await ask(filter);
    const row = rows.find(fits) ?? rows[0];
    if (!row) throw new Error(`演示数据中没有符合 ${JSON.stringify(filter)} 的户。`);
    return row.id;
  };
  const unrecognised = { recognised: false, departed: false };
  return {
    unrecognised: await first(unrecognised, ({ linked, memberCount }) => linked.length === 0 && memberCount > 2),
    archived: await first({ ...unrecognised, linked: 'renovation' }),
    relocated: await first({ ...unrecognised, linked: 'relocationEntry' }, ({ linked }) => linked.length === 1),
    recognised: await first({ recognised: true, kind: ['originalSafe'] }),
    renovated: await first({ recognised: true, kind: ['renovation'] }),
  };
}

async function asClerk(url) {
  const headers = { 'Content-Type': 'application/json' };
  const body = JSON.stringify({ identifier: 'demo-clerk', password: PASSWORD });
  const answer = await fetch(`${url}/api/auth/local`, { method: 'POST', headers, body });
  if (!answer.ok) throw new Error(`${url} 上没有演示账号 demo-clerk（${answer.status}）：截图只针对演示数据。`);
  const { jwt } = await answer.json();
  return async (filter) => {
    const search = new URLSearchParams({
      filter: JSON.stringify(filter),
      range: '[0,99]',
      sort: '["regionCode","ASC"]',
    });
    const list = await fetch(`${url}/api/registry/households?${search}`, {
      headers: { Authorization: `Bearer ${jwt}` },
    });
    if (!list.ok) throw new Error(`名单没有读出来：${await list.text()}`);
    return list.json();
  };
}
