import { SAFEGUARD_GROUPS, SAFEGUARD_KINDS, SAFEGUARD_KIND_LABELS, settingFaults, WARNING_KINDS } from '@anju/domain';
import { formDefinition, warningRules, z } from '@anju/domain/contracts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { shippedForm, shippedOptions } from './safeguard-builders';

describe('the shipped form', () => {
  it('has every kind in order, under its label', () => {
    expect(shippedForm.kinds.map(({ kind, label }) => [kind, label])).toEqual(
      SAFEGUARD_KINDS.map((kind) => [kind, SAFEGUARD_KIND_LABELS[kind]]),
    );
  });

  it('uses option lists and options that exist', () => {
    const fields = shippedForm.kinds.flatMap((form) => form.fields);
    const wanted = fields.flatMap(({ optionList, optionKeys }) =>
      (optionKeys ?? []).map((key) => `${String(optionList)}.${key}`),
    );
    const existing = shippedOptions.map(({ listKey, key }) => `${listKey}.${key}`);
    expect(wanted.filter((key) => !existing.includes(key))).toEqual([]);
    const lists = new Set(shippedOptions.map(({ listKey }) => listKey));
    expect(fields.filter(({ optionList }) => optionList && !lists.has(optionList))).toEqual([]);
  });

  it('has a JSON schema that says what the contract says', () => {
    const file = join(__dirname, '../../../config/schemas/safeguard-form.schema.json');
    const shipped: unknown = JSON.parse(readFileSync(file, 'utf8'));
    expect(shipped).toMatchObject(z.toJSONSchema(formDefinition, { target: 'draft-7' }));
  });
});

describe('the shipped rules of the warnings', () => {
  const config = join(__dirname, '../../../config');
  const read = (...file: string[]): unknown => JSON.parse(readFileSync(join(config, ...file), 'utf8'));

  it('set every rule once, and only as the rules can be set', () => {
    const { rules } = warningRules.parse(read('warnings.json'));
    expect(rules.map(({ kind }) => kind)).toEqual([...WARNING_KINDS]);
    expect(rules.map(settingFaults)).toEqual(WARNING_KINDS.map(() => ({})));
  });

  it('have a JSON schema that says what the contract says', () => {
    expect(read('schemas', 'warnings.schema.json')).toMatchObject(z.toJSONSchema(warningRules, { target: 'draft-7' }));
  });

  it.each([
    [{ kind: 'idError', people: 'all', off: ['colour'] }, 'off'],
    [{ kind: 'incomplete', people: 'all', off: ['archiveIncomplete', 'notOnRelocationList', 'notMovedIn'] }, 'off'],
    [{ kind: 'evidenceMissing', people: 'head', off: [] }, 'people'],
  ] as const)('cannot be %j', ({ kind, people, off }, field) => {
    const faults = settingFaults({ kind, people, off });
    expect(Object.keys(faults)).toEqual([field]);
  });
});

describe('groups of kinds', () => {
  it('hold every kind once, in order', () => {
    expect(SAFEGUARD_GROUPS.flatMap((group) => [...group.kinds])).toEqual([...SAFEGUARD_KINDS]);
  });
});
