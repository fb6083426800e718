import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { appPid } from '../app-pid.mjs';
import { secondsOf } from '../figures.mjs';
import { ask } from '../requests.mjs';
import { signedIn } from '../signed-in.mjs';
import { NEW_HOUSEHOLDS } from './commands.mjs';
import { memoryOfChild } from './memory.mjs';
import { printStatements, statementsDuring } from './statements.mjs';

const LISTS = { relocation: 'relocation.csv', renovation: 'renovation.csv' };
const IMPORT_PROCESS = 'import-process';
/** An access token lasts ten minutes. */
const SIGNED_IN_FOR_MS = 300_000;

/** The relocation list and the archives through the doors of the application: uploaded, tried, committed. */
export async function commitLists({ url, folder, database, verdict }) {
  for (const [kind, name] of Object.entries(LISTS)) {
    const jobs = new Jobs(url);
    let job;
    const tried = await secondsOf(async () => {
      job = await jobs.upload(kind, path.join(folder, name));
      job = await jobs.until(job.id, 'checked');
    });
    verdict.say(`${kind} list of ${job.rows} rows uploaded and tried`, tried, 's', { also: inWords(job.entries) });
    await watched({ database, verdict, name: `${kind} list committed`, bar: 300 }, () =>
      jobs.go(job.id, 'commit', 'committed'),
    );
  }
}

/** What `npm run import` added is taken back by the undo of the application, so that the next run can add it again. */
export async function undoNewHouseholds({ url, owner, database, verdict }) {
  const { rows } = await owner.query(
    `select id from anju.import_batch where file_name = $1 and state = 'committed' order by id desc limit 1`,
    [NEW_HOUSEHOLDS],
  );
  if (!rows[0]) throw new Error('没有可撤销的新增户导入，请先测量 new');
  const jobs = new Jobs(url);
  await watched({ database, verdict, name: 'new households taken back' }, () => jobs.go(rows[0].id, 'undo', 'undone'));
}

async function watched({ database, verdict, name, bar }, work) {
  let seconds = 0;
  let memory = 0;
  const statements = await statementsDuring(database, async () => {
    memory = await memoryOfChild(appPid(), IMPORT_PROCESS, async () => (seconds = await secondsOf(work)));
  });
  const also = `${statements.recheck.toFixed(1)} s of it the recheck of the warnings`;
  verdict.say(name, seconds, 's', { most: bar, also });
  verdict.say(`${name}: memory of Node`, memory, 'MiB', { most: 1024 });
  printStatements(statements);
}

/** Imports as the supervisor of the province asks for them. */
class Jobs {
  #headers;
  #until = 0;

  constructor(url) {
    this.url = url;
  }

  async upload(kind, file) {
    const form = new FormData();
    form.set('kind', kind);
    form.set('file', await fs.openAsBlob(file), path.basename(file));
    const sent = { method: 'POST', headers: await this.#signedIn(), body: form };
    const answer = await fetch(`${this.url}/api/exchange/imports`, sent);
    if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
    return answer.json();
  }

  async go(id, step, state) {
    const headers = await this.#signedIn();
    await ask(undefined, this.url, { method: 'POST', path: `/api/exchange/imports/${id}/${step}`, headers, body: {} });
    return this.until(id, state);
  }

  /** Waits for a state; an import that stopped with a message before it is an error. */
  async until(id, state) {
    for (;;) {
      await pause(250);
      const headers = await this.#signedIn();
      const job = await ask(undefined, this.url, { path: `/api/exchange/imports/${id}`, headers });
      if (job.state === state) return job;
      if (job.message !== null || ['unmapped', 'failed', 'cancelled'].includes(job.state))
        throw new Error(`import ${id} is ${job.state}: ${job.message}`);
    }
  }

  async #signedIn() {
    if (Date.now() > this.#until) {
      this.#headers = await signedIn(this.url, 'demo-province');
      this.#until = Date.now() + SIGNED_IN_FOR_MS;
    }
    return this.#headers;
  }
}

function inWords({ new: added, changed, unchanged, vanished, refused }) {
  return `${added} new, ${changed} changed, ${unchanged} unchanged, ${vanished} vanished, ${refused} refused`;
}
