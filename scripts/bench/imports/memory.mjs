import fs from 'node:fs';

const MILLISECONDS_BETWEEN = 100;

/**
 * Does a work and answers how much memory (MiB, resident) the process that it starts held at most.
 * @param {number} parent who starts it
 * @param {string} word what its command line holds
 * @param {() => Promise<unknown>} work
 */
export async function memoryOfChild(parent, word, work) {
  let most = 0;
  const watching = setInterval(() => {
    for (const pid of childrenOf(parent)) {
      if (commandOf(pid).includes(word)) most = Math.max(most, statusMiB(pid, 'VmHWM'));
    }
  }, MILLISECONDS_BETWEEN);
  try {
    await work();
  } finally {
    clearInterval(watching);
  }
  if (most === 0) throw new Error(`No process of ${word} was seen`);
  return most;
}

/** Does a work and answers what a process held before it, and at most in the first and in the second half of its time (MiB, resident). */
export async function memoryOf(pid, work) {
  const before = statusMiB(pid, 'VmRSS');
  const samples = [];
  const watching = setInterval(() => samples.push(statusMiB(pid, 'VmRSS')), MILLISECONDS_BETWEEN);
  try {
    await work();
  } finally {
    clearInterval(watching);
  }
  const half = Math.ceil(samples.length / 2);
  return { before, firstHalf: Math.max(...samples.slice(0, half)), secondHalf: Math.max(...samples.slice(half)) };
}

function childrenOf(pid) {
  return read(`/proc/${pid}/task/${pid}/children`).split(' ').filter(Boolean);
}

function commandOf(pid) {
  return read(`/proc/${pid}/cmdline`);
}

function statusMiB(pid, name) {
  const [, kibibytes] = new RegExp(`${name}:\\s+(\\d+)`).exec(read(`/proc/${pid}/status`)) ?? [];
  return Number(kibibytes ?? 0) / 1024;
}

/** What a process that has ended says: nothing. */
function read(file) {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
