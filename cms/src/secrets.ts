import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { dataPath } from '@anju/kit';

const NAMES = [
  'ANJU_APP_KEYS',
  'ANJU_JWT_SECRET',
  'ANJU_PANEL_SECRET',
  'ANJU_API_TOKEN_SALT',
  'ANJU_TRANSFER_TOKEN_SALT',
  'ANJU_ENCRYPTION_KEY',
  'ANJU_TICKET_SECRET',
  'ANJU_APP_PASSWORD',
] as const;

type Secrets = Record<(typeof NAMES)[number], string>;

/** Puts this installation's secrets into the environment; made at the first start, kept in ANJU_DATA_DIR, readable by its user only. */
export function loadSecrets(): Secrets {
  const file = dataPath('secrets.json');
  const secrets = existsSync(file) ? readSecrets(file) : createSecrets(file);
  for (const name of NAMES) process.env[name] ??= secrets[name];
  return secrets;
}

function readSecrets(file: string): Secrets {
  // The file is ours; a missing name shows at once as a refused start.
  const secrets = JSON.parse(readFileSync(file, 'utf8')) as Secrets;
  const missing = NAMES.filter((name) => !secrets[name]);
  if (missing.length > 0) throw new Error(`密钥文件不完整，缺少 ${missing.join('、')}，请从备份恢复 secrets.json`);
  return secrets;
}

function createSecrets(file: string): Secrets {
  mkdirSync(path.dirname(file), { recursive: true });
  const entries = NAMES.map((name) => [name, randomBytes(32).toString('hex')]);
  // Object.fromEntries forgets the key names of the constant list.
  const secrets = Object.fromEntries(entries) as Secrets;
  writeFileSync(file, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  return secrets;
}
