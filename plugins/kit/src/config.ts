import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Path inside the configuration folder: `ANJU_CONFIG_DIR`, or `config/` of the installation. */
export function configPath(...parts: readonly string[]): string {
  return path.join(process.env.ANJU_CONFIG_DIR ?? defaultConfigFolder(), ...parts);
}

/** The value of a JSON file of the configuration folder, to be parsed by its contract. */
export function readConfig(...parts: readonly string[]): unknown {
  const value: unknown = JSON.parse(readFileSync(configPath(...parts), 'utf8'));
  return value;
}

/** Path inside `ANJU_DATA_DIR` (`.data` by default): database, evidence and secrets. */
export function dataPath(...parts: readonly string[]): string {
  return path.resolve(process.env.ANJU_DATA_DIR ?? path.join(defaultConfigFolder(), '..', '.data'), ...parts);
}

function defaultConfigFolder(): string {
  for (let folder = __dirname; folder !== path.dirname(folder); folder = path.dirname(folder)) {
    const candidate = path.join(folder, 'config', 'roles.json');
    if (existsSync(candidate)) return path.dirname(candidate);
  }
  throw new Error('No config folder found: set ANJU_CONFIG_DIR');
}
