import fs from 'node:fs';
import path from 'node:path';
import { dataFolder } from '../places.mjs';
import { isAlive } from '../process-identity.mjs';

/** Ends in words when an application of this data folder is running, whatever its port. */
export function refuseWhileRunning() {
  const ports = runningPorts();
  if (ports.length === 0) return;
  throw new Error(`安居正在运行（端口 ${ports.join('、')}），不能恢复。请先停止它，再运行恢复`);
}

function runningPorts() {
  const folder = dataFolder();
  if (!fs.existsSync(folder)) return [];
  return fs.readdirSync(folder).flatMap((name) => {
    const [, port] = /^running-(\d+)\.json$/.exec(name) ?? [];
    return port !== undefined && isRunning(path.join(folder, name)) ? [port] : [];
  });
}

function isRunning(file) {
  try {
    return isAlive(JSON.parse(fs.readFileSync(file, 'utf8')).app);
  } catch {
    return false;
  }
}
