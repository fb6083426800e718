import { randomUUID } from 'node:crypto';
import type { Place } from './door-places';
import type { Example, MakeExample } from './example';

/** Input that the doors of imports and exports accept. */
export const EXCHANGE_EXAMPLES: Readonly<Record<string, MakeExample>> = {
  'exchange.import.upload': ({ importKind }) => {
    const body = new FormData();
    body.set('kind', importKind);
    body.set('file', new Blob([`户编号,姓名,证件号码\n${randomUUID()},某人,\n`]), 'list.csv');
    return { body };
  },
  'exchange.import.find': () => ({ query: { range: '[0,9]' } }),
  'exchange.import.findOne': ofImport,
  'exchange.import.commit': ofImport,
  'exchange.import.map': async (place, subject) => ({
    ...(await ofImport(place, subject)),
    body: { columns: [{ title: '甲', column: null }] },
  }),
  'exchange.import.undo': async (place, subject) => ({ path: { id: subject ?? (await place.import('committed')).id } }),
  'exchange.import.cancel': ofImport,
  'exchange.import.errors': ofImport,
  'exchange.export.request': ({ exportResource }) => ({
    body: { resource: exportResource, filter: {}, format: 'xlsx' },
  }),
  'exchange.export.find': () => ({ query: { range: '[0,9]' } }),
  'exchange.export.findOne': ofExport,
  'exchange.export.file': ofExport,
};

async function ofImport(place: Place, subject?: number): Promise<Example> {
  return { path: { id: subject ?? (await place.import()).id } };
}

async function ofExport(place: Place, subject?: number): Promise<Example> {
  return { path: { id: subject ?? (await place.export()).id } };
}
