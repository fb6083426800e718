const PASSWORD = 'Anju-demo-2020';

/** A household as the list shows it. */
interface Row {
  readonly id: number;
  readonly version: number;
}

export interface Save {
  readonly id: number;
  readonly remark: string;
}

/** Signs the demonstration's county clerk in; answers the access token. */
export async function clerkToken(address: string): Promise<string> {
  const answer = await fetch(`${address}/api/auth/local`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ identifier: 'demo-clerk', password: PASSWORD }),
  });
  if (!answer.ok) throw new Error(`sign-in: ${answer.status} ${await answer.text()}`);
  // The door's answer, whose shape other tests hold.
  return ((await answer.json()) as { jwt: string }).jwt;
}

/** The first households that nobody has recognised yet, in the clerk's order. */
export async function unrecognised(address: string, token: string): Promise<readonly Row[]> {
  const query = new URLSearchParams({ filter: '{"recognised":false}', range: '[0,79]' });
  const answer = await fetch(`${address}/api/registry/households?${query.toString()}`, { headers: bearer(token) });
  if (!answer.ok) throw new Error(`list: ${answer.status} ${await answer.text()}`);
  // As above.
  return (await answer.json()) as Row[];
}

/**
 * Saves a remark on one household after the other, four clerks at once, and answers the saves that were acknowledged.
 * `onAcknowledged` hears how many there are; a save that fails is left out, as the clerk would see it fail.
 */
export async function saveRemarks(
  address: string,
  token: string,
  rows: readonly Row[],
  text: string,
  onAcknowledged: (count: number) => void,
): Promise<readonly Save[]> {
  const waiting = [...rows];
  const acknowledged: Save[] = [];
  const clerk = async (): Promise<void> => {
    for (let row = waiting.shift(); row; row = waiting.shift()) {
      const remark = `第 ${row.id} 户：${text}`;
      if (!(await isSaved(address, token, row, remark))) continue;
      acknowledged.push({ id: row.id, remark });
      onAcknowledged(acknowledged.length);
    }
  };
  await Promise.all([clerk(), clerk(), clerk(), clerk()]);
  return acknowledged;
}

async function isSaved(address: string, token: string, { id, version }: Row, remark: string): Promise<boolean> {
  try {
    const answer = await fetch(`${address}/api/registry/households/${id}`, {
      method: 'PUT',
      headers: { ...bearer(token), 'Content-Type': 'application/json' },
      body: JSON.stringify({ version, remark }),
    });
    return answer.ok;
  } catch {
    return false;
  }
}

function bearer(token: string): Record<string, string> {
  return { Authorization: `Bearer ${token}` };
}
