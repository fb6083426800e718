import type { MakeExample } from './example';

/** Input that the doors of statistics and warnings accept. */
export const ANALYSIS_EXAMPLES: Readonly<Record<string, MakeExample>> = {
  'statistics.table.find': () => ({}),
  'statistics.table.findOne': () => ({ path: { table: 'T1' } }),
  'statistics.table.workbook': () => ({ path: { table: 'all' } }),
  'statistics.progress.find': () => ({}),
  'statistics.recount.run': () => ({ body: {} }),
  'warnings.warning.find': () => ({ query: { filter: '{"state":"open"}', range: '[0,9]' } }),
  'warnings.count.find': () => ({}),
  'warnings.count.regions': () => ({ query: { kind: 'idError' } }),
  'warnings.proposal.adopt': () => ({ body: { filter: {}, preview: true } }),
  'warnings.special-case.send': () => ({ body: { filter: {}, preview: true } }),
  'warnings.special-case.find': () => ({ query: { range: '[0,9]' } }),
  'warnings.special-case.workbook': async (place, subject) => ({ path: { id: subject ?? (await place.batch()).id } }),
  'warnings.special-case.reply': async (place, subject) => ({
    path: { id: subject ?? (await place.batch()).id },
    body: { decision: 'accepted', text: '同意', decidedOn: '2020-07-01', authority: '农房处' },
  }),
  'warnings.scan.run': () => ({ body: {} }),
  'warnings.warning.dismiss': async (place, subject) => ({
    path: { id: subject ?? (await place.warning('evidenceMissing', 'open')).id },
    body: { text: '材料在县档案馆，待调取' },
  }),
  'warnings.warning.specialCase': async (place, subject) => ({
    path: { id: subject ?? (await place.warning('safeguardOverlap', 'open')).id },
    body: { text: '原房已拆除，搬迁后分户' },
  }),
  'warnings.warning.forward': async (place, subject) => ({
    path: { id: subject ?? (await place.warning('safeguardOverlap', 'submitted')).id },
    body: {},
  }),
  'warnings.warning.decide': async (place, subject) => ({
    path: { id: subject ?? (await place.warning('safeguardOverlap', 'submitted')).id },
    body: { decision: 'returned', text: '请补充说明' },
  }),
};
