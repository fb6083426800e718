import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { dataFolder } from '../places.mjs';
import { isAlive } from '../process-identity.mjs';

const ORPHAN_TRIES = 80;
const ORPHAN_PAUSE_MS = 250;

/** Ends in words when the port is taken; an application whose launcher was killed is given time to go. */
export async function refuseTakenPort() {
  const host = process.env.HOST || '127.0.0.1';
  const port = Number(process.env.PORT || 1337);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new Error(`PORT=${process.env.PORT} 不是有效的端口号，请改为 1 到 65535 之间的整数。`);
  }
  for (let attempt = 0; attempt < ORPHAN_TRIES && isOrphaned(); attempt += 1) await pause(ORPHAN_PAUSE_MS);
  const problem = await listenProblem(host, port);
  if (problem === 'EADDRINUSE') throw new Error(takenMessage(host, port));
  if (problem) throw new Error(`不能在 ${host}:${port} 上提供服务（${problem}），请检查 HOST 和 PORT。`);
}

/** Where the launcher notes who serves the port of this data folder. */
export function runningFile() {
  return path.join(dataFolder(), `running-${process.env.PORT || 1337}.json`);
}

function takenMessage(host, port) {
  const running = readRunning();
  const already = running !== undefined && isAlive(running.app);
  const cause = already ? `安居已经在运行：http://${host}:${port}` : `端口 ${port} 已被另一个程序占用，安居没有启动。`;
  return `${cause}\n如需再启动一个，请换一个端口，例如：PORT=${port + 1} npm start`;
}

function isOrphaned() {
  const running = readRunning();
  return running !== undefined && isAlive(running.app) && !isAlive(running.launcher);
}

function readRunning() {
  try {
    return JSON.parse(fs.readFileSync(runningFile(), 'utf8'));
  } catch {
    return undefined;
  }
}

function listenProblem(host, port) {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.on('error', (error) => resolve(error.code ?? error.message));
    server.listen(port, host, () => server.close(() => resolve(undefined)));
  });
}
