import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The version of this product, out of its package. */
export function productVersion(): string {
  const file = path.resolve(__dirname, '..', '..', '..', 'package.json');
  // Our own package's file.
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}

/** Whether `version` comes after `known`; both `major.minor.patch`. */
export function isNewerVersion(version: string, known: string): boolean {
  return version.localeCompare(known, 'en', { numeric: true }) > 0;
}
