import { parseArgs } from 'node:util';
import { journalBreakWords } from '@anju/domain';
import type { JournalFault } from '@anju/domain/contracts';
import { Client } from 'pg';
import { runCommand } from './command';

const USAGE = '用法：npm run journal -- verify [--anchor <封存号>:<封存值>]，或 npm run journal -- head';
const ENTRIES_A_PART = 500_000;

interface Part {
  readonly checked_seal: string;
  readonly next: string | null;
  readonly entries: string;
  readonly head: string | null;
  readonly broken_seal: string | null;
  readonly broken_entry: string | null;
  readonly fault: JournalFault | null;
}

runCommand(async (ownerUrl, words) => {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: { anchor: { type: 'string' } },
  });
  const [verb, ...rest] = positionals;
  if ((verb !== 'verify' && verb !== 'head') || rest.length > 0) throw new Error(USAGE);
  const client = new Client({ connectionString: ownerUrl, application_name: 'anju-journal' });
  await client.connect();
  try {
    if (verb === 'head') await printHead(client);
    else await verify(client, values.anchor);
  } finally {
    await client.end();
  }
});

/** One line to be kept outside the database. */
async function printHead(client: Client): Promise<void> {
  const { rows } = await client.query<{ id: string; hash: string; at: string; last_id: string }>(
    `select id, encode(hash, 'hex') as hash, to_json(at)#>>'{}' as at, last_id from anju.journal_seal order by id desc limit 1`,
  );
  const [head] = rows;
  if (!head) throw new Error('日志还没有封存过，请让系统运行几秒后再试');
  console.log(`${head.id}:${head.hash}  封存于 ${head.at}，至第 ${head.last_id} 条`);
}

/** Throws with the first broken row in words, so that the command ends with 1. */
async function verify(client: Client, anchor: string | undefined): Promise<void> {
  const start = performance.now();
  if (anchor !== undefined) await compareAnchor(client, anchor);
  let after = '0';
  let entries = 0;
  for (;;) {
    const part = await verifiedPart(client, after);
    if (part.fault) throw new Error(`日志校验未通过：${wordsOf(part.fault, part)}`);
    entries += Number(part.entries);
    if (part.next === null) {
      const seconds = Math.round((performance.now() - start) / 100) / 10;
      console.log(`日志校验通过：${entries} 条与 ${part.checked_seal} 次封存逐条一致，用时 ${seconds} 秒`);
      console.log(`  最新封存值 ${part.checked_seal}:${part.head ?? ''}`);
      return;
    }
    console.log(`  已核对 ${entries} 条……`);
    after = part.next;
  }
}

async function verifiedPart(client: Client, after: string): Promise<Part> {
  const { rows } = await client.query<Part>('select * from anju.verify_journal($1, $2)', [after, ENTRIES_A_PART]);
  if (!rows[0]) throw new Error('日志校验没有得到结果');
  return rows[0];
}

async function compareAnchor(client: Client, anchor: string): Promise<void> {
  const [, seal = '', hash = ''] = /^(\d{1,15}):([0-9a-f]{64})$/i.exec(anchor) ?? [];
  if (seal === '') throw new Error(USAGE);
  const { rows } = await client.query<{ hash: string }>(
    `select encode(hash, 'hex') as hash from anju.journal_seal where id = $1`,
    [seal],
  );
  if (rows[0]?.hash === hash.toLowerCase()) return;
  const fault = rows[0] ? 'anchorDiffers' : 'sealMissing';
  throw new Error(`日志校验未通过：${wordsOf(fault, { broken_seal: seal, broken_entry: null })}`);
}

function wordsOf(fault: JournalFault, part: Pick<Part, 'broken_seal' | 'broken_entry'>): string {
  return journalBreakWords({
    fault,
    brokenSeal: part.broken_seal === null ? null : Number(part.broken_seal),
    brokenEntry: part.broken_entry === null ? null : Number(part.broken_entry),
  });
}
