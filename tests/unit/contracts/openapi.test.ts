import { readFileSync } from 'node:fs';
import path from 'node:path';
import { DOORS, openApiDocument } from '@anju/domain/contracts';

const repository = path.join(__dirname, '..', '..', '..');
const read = (...parts: string[]): unknown => JSON.parse(readFileSync(path.join(repository, ...parts), 'utf8'));

describe('docs/openapi.json', () => {
  it('is what the contracts say now; npm run openapi writes it', () => {
    const { version } = read('package.json') as { version: string };
    expect(read('docs', 'openapi.json')).toEqual(JSON.parse(JSON.stringify(openApiDocument(DOORS, version))));
  });

  it('describes every door with its duties and its error answer', () => {
    const { paths } = read('docs', 'openapi.json') as {
      paths: Record<string, Record<string, { operationId: string; responses: Record<string, unknown> }>>;
    };
    const operations = Object.values(paths).flatMap((methods) => Object.values(methods));
    expect(operations.map(({ operationId }) => operationId).sort()).toEqual(DOORS.map(({ id }) => id).sort());
    for (const { responses } of operations)
      expect(Object.keys(responses)).toEqual(expect.arrayContaining(['200', '400', '404']));
  });
});
