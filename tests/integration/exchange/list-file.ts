import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { TestDatabase } from '../../harness/database';

export const FIXTURES = path.join(__dirname, '..', '..', 'fixtures');
export const LIST = path.join(FIXTURES, 'household-list.csv');

/** A file of the fixture with its lines changed; a line without an answer is left out. */
export function changed(app: TestDatabase, change: (line: string, index: number) => string | undefined): string {
  const kept = lines()
    .map(change)
    .filter((line) => line !== undefined);
  return file(app, 'changed.csv', kept.join('\n'));
}

/** The lines of the fixture; the first is the header. */
export function lines(): string[] {
  return readFileSync(LIST, 'utf8').trimEnd().split('\r\n');
}

/** Heads of households without a known error. */
export function headLines(): string[] {
  return lines().filter((line, index) => line.includes(',户主,') && index > 20 && index < 100);
}

/** Writes a list into the data folder of the test. */
export function file(app: TestDatabase, name: string, content: string): string {
  const target = path.join(app.dataDir, name);
  writeFileSync(target, content);
  return target;
}
