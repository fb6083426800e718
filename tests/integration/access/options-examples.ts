import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { MakeExample } from './example';
import { aPicture } from './example-picture';

const SHIPPED_TEMPLATE = path.join(__dirname, '../../../config/certificates/otherHousingCertificate.docx');

/** Input that the doors of the configuration accept. */
export const OPTIONS_EXAMPLES: Readonly<Record<string, MakeExample>> = {
  'options.announcement.find': () => ({}),
  'options.announcement.managed': () => ({}),
  'options.announcement.add': (place) => ({
    body: { title: '通知', text: '内容', regionCode: place.regionCode, validFrom: '2020-01-01', validTo: '2099-12-31' },
  }),
  'options.announcement.withdraw': async (place, subject) => ({
    path: { id: subject ?? (await place.announcement()).id },
    body: {},
  }),
  'options.list.find': () => ({}),
  'options.item.find': () => ({}),
  'options.evidence-category.find': () => ({}),
  'options.form.find': () => ({}),
  'options.item.add': () => ({ body: { listKey: 'otherMeansType', label: `借住${randomUUID().slice(0, 8)}` } }),
  'options.item.change': async (place) => {
    const { id, version } = await place.option();
    return { path: { id }, body: { version, label: `改名${randomUUID().slice(0, 8)}` } };
  },
  'options.item.reorder': () => ({ body: { listKey: 'noSuchList', ids: [1] } }),
  'options.item.usage': async (place) => ({ path: { id: (await place.option()).id } }),
  'options.item.merge': async (place) => {
    const { id, version } = await place.option();
    return { path: { id }, body: { version, into: (await place.option()).id, preview: true } };
  },
  'options.list.usage': () => ({ query: { listKey: 'otherMeansType' } }),
  'options.change.version': () => ({}),
  'options.change.find': () => ({ query: { range: '[0,9]' } }),
  'options.change.undo': async (place) => ({ path: { id: (await place.option()).version }, body: {} }),
  'options.change.restore': () => ({ body: { subject: 'form', preview: true } }),
  'options.form.change': async (place) => ({
    body: {
      version: (await place.documents()).form,
      part: 'povertyRelocation',
      fields: [{ name: 'confirmedBy', required: true }],
    },
  }),
  'options.evidence-category.preview': async (place) => ({ body: (await place.documents()).evidence }),
  'options.evidence-category.change': async (place) => {
    const { evidence, evidenceVersion } = await place.documents();
    return { body: { ...evidence, version: evidenceVersion } };
  },
  'options.warning-rule.find': () => ({}),
  'options.warning-rule.preview': () => ({
    body: { kind: 'incomplete', enabled: true, severity: 'info', people: 'all', off: ['notMovedIn'] },
  }),
  'options.warning-rule.change': async (place) => ({
    body: { version: (await place.documents()).rulesVersion, fullRun: { enabled: true, hour: 1 } },
  }),
  'options.sample.upload': async () => {
    const body = new FormData();
    body.set('file', await aPicture(), 'sample.jpg');
    return { path: { key: 'houseFrontPhoto' }, body };
  },
  'options.template.upload': async () => {
    const body = new FormData();
    body.set('file', new Blob([new Uint8Array(await readFile(SHIPPED_TEMPLATE))]), 'template.docx');
    return { path: { key: 'otherHousingCertificate' }, body };
  },
  'options.template.file': () => ({ path: { key: 'otherHousingCertificate' } }),
  'options.sample.file': () => ({ path: { key: 'houseFrontPhoto' } }),
};
