import fs from 'node:fs';

const TICKS_PER_SECOND = 100; // USER_HZ: 100 on every Linux that Node runs on

/**
 * CPU seconds that some processes and all their children, ended ones too, have used so far. Linux only.
 * @param {readonly number[]} roots process ids
 */
export function cpuSeconds(roots) {
  const parents = new Map();
  for (const name of fs.readdirSync('/proc')) {
    const stat = /^\d+$/.test(name) ? statOf(name) : undefined;
    if (stat) parents.set(Number(name), stat);
  }
  let ticks = 0;
  for (const [pid, stat] of parents) {
    if (roots.includes(pid)) ticks += stat.own + stat.endedChildren;
    else if (descends(pid, parents, roots)) ticks += stat.own;
  }
  return ticks / TICKS_PER_SECOND;
}

function descends(pid, processes, roots) {
  for (let at = processes.get(pid)?.parent; at; at = processes.get(at)?.parent) if (roots.includes(at)) return true;
  return false;
}

function statOf(pid) {
  try {
    const text = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in parentheses may hold anything; the fields behind it are state, ppid, …
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    return { parent: fields[1], own: fields[11] + fields[12], endedChildren: fields[13] + fields[14] };
  } catch {
    return undefined; // ended meanwhile
  }
}
