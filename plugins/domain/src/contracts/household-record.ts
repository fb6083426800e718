import { z } from 'zod';
import { HOUSEHOLD_SOURCES } from '../vocabulary';
import { evidenceRow } from './evidence';
import { extraField, extraValue } from './extra-field';
import { optionalKey, optionalText, phoneNumber, regionCode, rowId, versionNumber } from './field-shapes';
import { foreignRenovation, householdRenovation, relocationEntryRow } from './renovation';
import { safeguardRecord } from './safeguard';
import { recordWarning } from './warning';

const text = z.string().nullable();

/** A person of a household. Numbers and phones are full or masked as the record's `masked` says. */
export const memberRecord = z.object({
  id: z.int(),
  personNumber: text,
  name: z.string(),
  isHead: z.boolean(),
  relationToHead: text,
  gender: text,
  ethnicity: text,
  registryIdNumber: text,
  correctedIdNumber: text,
  registryPhone: text,
  correctedPhone: text,
  vanishedAt: text,
});
export type MemberRecord = z.infer<typeof memberRecord>;

/** Everything that is known of one household. */
export const householdRecord = z.object({
  id: z.int(),
  registryNumber: text,
  source: z.enum(HOUSEHOLD_SOURCES),
  regionCode: z.string(),
  regionName: z.string(),
  headName: z.string(),
  memberCount: z.int(),
  povertyAttribute: text,
  povertyCause: text,
  povertyExited: z.boolean().nullable(),
  exitYear: z.int().nullable(),
  recognised: z.boolean(),
  remark: text,
  departureReason: text,
  /** 核实说明 of a household beside the list. */
  verificationNote: text,
  vanishedAt: text,
  /** True when numbers and phones are masked for this reader. */
  masked: z.boolean(),
  members: z.array(memberRecord),
  safeguard: safeguardRecord.nullable(),
  evidence: z.array(evidenceRow),
  renovation: householdRenovation.nullable(),
  /** The renovation archive when it lies outside the reader's region. */
  foreignRenovation: foreignRenovation.nullable(),
  /** The household's entry on the relocation list. */
  relocationEntry: relocationEntryRow.nullable(),
  /** Warnings that wait for somebody, oldest first. */
  warnings: z.array(recordWarning),
  /** Fields that were added to the household where the product runs. */
  extras: z.array(extraField),
  version: z.int(),
});
export type HouseholdRecord = z.infer<typeof householdRecord>;

const correctedIdNumber = optionalText('身份证号（更正）', 40);
const correctedPhone = phoneNumber('联系方式（更正）');

/** Corrections of a household: only what is sent changes. `correctedIdNumber` and `correctedPhone` at the top are the head's. */
export const householdCorrection = z.strictObject({
  version: versionNumber,
  correctedIdNumber,
  correctedPhone,
  members: z
    .array(z.strictObject({ id: rowId, correctedIdNumber, correctedPhone }))
    .max(50, { error: '家庭成员过多' })
    .optional(),
  remark: optionalText('备注', 500),
  departureReason: optionalKey('退出原因'),
  regionCode: regionCode.optional(),
  /** By the names of the record's `extras`. */
  extras: z.record(z.string().max(64), extraValue).optional(),
});
export type HouseholdCorrection = z.infer<typeof householdCorrection>;
