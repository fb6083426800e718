import { archiveFormFields, SUBSIDY_PARTS } from '@anju/domain';
import type { FormDefinition, FormField, RenovationDetail } from '@anju/domain/contracts';
import { ARCHIVE_OWN_FIELDS } from '../language/domain-words';
import { t } from '../language/t';
import { fieldText, fieldValue, type FieldValue } from '../recognition/model/field-text';

/** A section of an archive's form. */
export interface ArchiveSection {
  readonly title: string;
  readonly fields: readonly FormField[];
}

/** What stands in the form of an archive, as typed. */
export type TypedArchive = Readonly<Record<string, FieldValue>>;

const plain = (name: string, label: string, required = false): FormField => ({ name, label, type: 'text', required });
/** Whole and decimal numbers are read as years are: digits alone. */
const number = (name: string, label: string): FormField => ({ name, label, type: 'year', required: false });

const OWN = new Map(ARCHIVE_OWN_FIELDS.map((field) => [field.name, field]));

function own(name: string): readonly FormField[] {
  const field = OWN.get(name);
  return field ? [field] : [];
}

/** The sections of an archive's form, in the order of the paper; the renovation's own fields are the recognition form's. */
export function archiveSections(forms: FormDefinition): readonly ArchiveSection[] {
  // An archive may be completed step by step: what the recognition form requires is not required here.
  const shared = archiveFormFields(forms).map((field): FormField => ({ ...field, required: false }));
  const total = shared.filter(({ name }) => name === 'subsidyTotal');
  return [
    {
      title: t('农户'),
      fields: [
        plain('headName', t('户主'), true),
        plain('idNumber', t('身份证号')),
        ...own('povertyType'),
        number('personCount', t('家庭人数')),
        plain('archiveNumber', t('档案号')),
      ],
    },
    {
      title: t('改造'),
      fields: [
        ...shared.filter(({ name }) => name !== 'subsidyTotal'),
        ...own('structure'),
        number('area', t('面积（平方米）')),
      ],
    },
    {
      title: t('资金（元）'),
      fields: [...SUBSIDY_PARTS.flatMap(own), ...total, ...own('selfRaised'), ...own('loan')],
    },
  ];
}

/** The form of an archive as it is opened; an empty one for a new archive. */
export function typedArchive(sections: readonly ArchiveSection[], archive?: RenovationDetail): TypedArchive {
  const values = new Map<string, unknown>(Object.entries(archive ?? {}));
  const fields = sections.flatMap((section) => section.fields);
  return {
    ...Object.fromEntries(fields.map((field) => [field.name, fieldText(field, values.get(field.name))])),
    regionCode: archive?.regionCode ?? '',
  };
}

/** The values of what was typed differently from how the form was opened. */
export function changesOf(
  sections: readonly ArchiveSection[],
  typed: TypedArchive,
  opened: TypedArchive,
): Record<string, unknown> {
  const changed = sections
    .flatMap((section) => section.fields)
    .filter(({ name }) => typed[name] !== opened[name])
    .map((field) => [field.name, fieldValue(field, typed[field.name])] as const);
  const moved = typed.regionCode !== opened.regionCode ? { regionCode: typed.regionCode } : {};
  return { ...Object.fromEntries(changed), ...moved };
}

/** What was typed, over what another person has saved meanwhile: only what was not touched here is taken over. */
export function rebased(typed: TypedArchive, opened: TypedArchive, current: TypedArchive): TypedArchive {
  const kept = Object.entries(typed).filter(([name, value]) => value !== opened[name]);
  return { ...current, ...Object.fromEntries(kept) };
}
