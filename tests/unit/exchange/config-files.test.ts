import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import Ajv from 'ajv';
import { DUTIES } from '@anju/domain';

const CONFIG = resolve(__dirname, '../../../config');
const FILES = [
  ...['evidence.json', 'roles.json', 'id-card.json', 'sign-in.json', 'review.json'],
  ...readdirSync(join(CONFIG, 'options')).map((name) => join('options', name)),
];

type OptionList = { key: string; options: { key: string; rank: number; requiresNote: boolean }[] };
type Evidence = {
  categories: { key: string; template?: string }[];
  templates: { key: string }[];
  requirements: { kind: string; groups: { categories: string[] }[]; optional: string[] }[];
};
type Roles = { roles: { key: string; duties: string[]; mayGrant: string[] }[] };

describe('configuration files', () => {
  it.each(FILES)('%s agrees with the JSON schema it names', (name) => {
    const path = join(CONFIG, name);
    const content = read<{ $schema: string }>(path);
    const schema = join(dirname(path), content.$schema);
    expect(existsSync(schema)).toBe(true);
    const validate = new Ajv({ allErrors: true }).compile(read(schema));
    validate(content);
    expect(validate.errors).toBeNull();
  });

  it('keeps option keys unique, in rank order, in a file named for the list', () => {
    for (const name of readdirSync(join(CONFIG, 'options'))) {
      const list = read<OptionList>(join(CONFIG, 'options', name));
      expect(`${list.key}.json`).toBe(name);
      expect(new Set(list.options.map((option) => option.key)).size).toBe(list.options.length);
      expect(list.options.map((option) => option.rank)).toEqual(list.options.map((_, index) => (index + 1) * 10));
    }
  });

  it('carries the stable option keys of the recognition form', () => {
    expect(optionKeys('appraisalResult')).toBe('gradeA gradeB assessedSafe gradeC gradeD assessedUnsafe');
    expect(optionKeys('renovationMode')).toBe(
      'repairStrengthen rebuildOnSite newBuildScattered newBuildClustered houseExchange newBuildNoHouse other',
    );
    expect(optionKeys('relocationType')).toBe('ecologicalResettlement reservoirResettlement hazardRelocation other');
    expect(optionKeys('publicHousingType')).toBe(
      'collectiveRental happinessCourtyard elderlyHome idlePublicHouse other',
    );
    expect(optionKeys('otherMeansType')).toBe('withRelatives renting borrowing other');
  });

  it('names only evidence categories and templates that exist', () => {
    const evidence = read<Evidence>(join(CONFIG, 'evidence.json'));
    const categories = evidence.categories.map((category) => category.key);
    const named = evidence.requirements.flatMap((entry) => [
      ...entry.groups.flatMap((group) => group.categories),
      ...entry.optional,
    ]);
    expect(named.filter((key) => !categories.includes(key))).toEqual([]);
    expect(categories.filter((key) => !named.includes(key))).toEqual([]);
    expect(evidence.requirements.every((entry) => entry.optional.includes('otherMaterial'))).toBe(true);
    const templates = evidence.templates.map((template) => template.key);
    const wanted = evidence.categories.flatMap((category) => category.template ?? []);
    expect(wanted).toEqual(templates);
  });

  it('gives roles only known duties and grants only known roles, never their own', () => {
    const { roles } = read<Roles>(join(CONFIG, 'roles.json'));
    const keys = roles.map((role) => role.key);
    const duties: readonly string[] = DUTIES;
    for (const role of roles) {
      expect(role.duties.filter((duty) => !duties.includes(duty))).toEqual([]);
      expect(role.mayGrant.filter((key) => !keys.includes(key) || key === role.key)).toEqual([]);
    }
    expect(new Set(roles.flatMap((role) => role.duties))).toEqual(new Set(duties));
  });

  it('holds every region below an existing parent whose code it extends', () => {
    const rows = ['regions-cn-4.csv.gz', 'villages-52.csv.gz'].flatMap(regionRows);
    const codes = new Set(rows.map((row) => row.code));
    expect(rows.length).toBe(44_703 + 17_964);
    expect(rows.filter((row) => row.parent !== '' && !codes.has(row.parent))).toEqual([]);
    expect(rows.filter((row) => !row.code.startsWith(row.parent))).toEqual([]);
  });
});

function read<T>(path: string): T {
  return JSON.parse(readFileSync(path, 'utf8')) as T; // foreign edge: the schema test above checks the shape
}

function optionKeys(list: string): string {
  return read<OptionList>(join(CONFIG, 'options', `${list}.json`))
    .options.map((option) => option.key)
    .join(' ');
}

function regionRows(name: string): { code: string; parent: string }[] {
  const text = gunzipSync(readFileSync(join(CONFIG, 'regions', name))).toString('utf8');
  return text
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','))
    .map(([code = '', , , parent = '']) => ({ code, parent }));
}
