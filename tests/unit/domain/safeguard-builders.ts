import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { FormOption, SafeguardContext } from '@anju/domain';
import { type SafeguardInput, type SafeguardInputOf, evidenceConfig, formDefinition } from '@anju/domain/contracts';

const CONFIG = join(__dirname, '../../../config');

function readJson(...path: string[]): unknown {
  return JSON.parse(readFileSync(join(CONFIG, ...path), 'utf8'));
}

/** The form as the repository ships it. */
export const shippedForm = formDefinition.parse(readJson('forms', 'safeguard.json'));

/** The evidence requirements as the repository ships them. */
export const shippedEvidence = evidenceConfig.parse(readJson('evidence.json'));

/** Every option that the repository ships, enabled. */
export const shippedOptions: readonly FormOption[] = readdirSync(join(CONFIG, 'options')).flatMap((name) => {
  // foreign edge: the configuration test holds these files against their JSON schema
  const list = readJson('options', name) as { key: string; options: Omit<FormOption, 'listKey' | 'enabled'>[] };
  return list.options.map((option) => ({ ...option, listKey: list.key, enabled: true }));
});

/** The shipped form judged on the last day of June 2020. */
export const onJune30: SafeguardContext = { today: '2020-06-30', options: shippedOptions, forms: shippedForm };

const persons = {
  version: 1,
  entryPerson: '罗文静',
  entryDate: '2020-06-18',
  townshipReviewer: '伍国栋',
  countyReviewer: '班玉梅',
};

const COMPLETE: { [Kind in SafeguardInput['kind']]: SafeguardInputOf<Kind> } = {
  originalSafe: {
    ...persons,
    kind: 'originalSafe',
    appraisalResult: 'gradeA',
    appraiser: '县住建局',
    appraisalDate: '2019-05-01',
  },
  renovation: {
    ...persons,
    kind: 'renovation',
    originalAppraisalResult: 'gradeC',
    renovationMode: 'repairStrengthen',
    constructionMode: 'selfBuilt',
    planYear: 2018,
    subsidyTotal: 13500,
    startDate: '2018-05-01',
    completionDate: '2018-09-01',
    accepted: true,
    acceptedBy: '韦国强',
  },
  povertyRelocation: {
    ...persons,
    kind: 'povertyRelocation',
    startDate: '2017-03-01',
    completionDate: '2018-03-01',
    moveInDate: '2018-06-01',
  },
  otherRelocation: {
    ...persons,
    kind: 'otherRelocation',
    relocationType: 'reservoirResettlement',
    startDate: '2017-03-01',
    completionDate: '2018-03-01',
    moveInDate: '2018-06-01',
  },
  publicHousing: { ...persons, kind: 'publicHousing', publicHousingType: 'elderlyHome', moveInDate: '2019-01-01' },
  otherMeans: { ...persons, kind: 'otherMeans', otherMeansType: 'renting' },
};

/** A safeguard of a kind with nothing to complain about, but for what the test is about. */
export function aSafeguard<Kind extends SafeguardInput['kind']>(
  kind: Kind,
  changes: Partial<SafeguardInputOf<Kind>> = {},
): SafeguardInputOf<Kind> {
  return { ...COMPLETE[kind], ...changes };
}
