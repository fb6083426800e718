import type { HouseholdCorrection, HouseholdRecord, MemberRecord } from '@anju/domain/contracts';
import { changedExtras } from './extras';
import { memberKey, type MemberValues, type RecognitionValues } from './values';

type MemberChange = NonNullable<HouseholdCorrection['members']>[number];

/** The corrections that differ from the record, with its version; undefined when there is none. */
export function changedCorrections(
  values: RecognitionValues,
  record: HouseholdRecord,
): HouseholdCorrection | undefined {
  const members = record.members.flatMap((member) => memberChange(member, values.members[memberKey(member)]) ?? []);
  const extras = changedExtras(values.extras, record);
  const changes = {
    ...(members.length > 0 ? { members } : {}),
    ...(isSame(values.remark, record.remark) ? {} : { remark: textOrNull(values.remark) }),
    ...(isSame(values.departureReason, record.departureReason)
      ? {}
      : { departureReason: textOrNull(values.departureReason) }),
    ...(values.regionCode === record.regionCode ? {} : { regionCode: values.regionCode }),
    ...(Object.keys(extras).length > 0 ? { extras } : {}),
  };
  return Object.keys(changes).length > 0 ? { version: record.version, ...changes } : undefined;
}

function memberChange(member: MemberRecord, typed: MemberValues | undefined): MemberChange | undefined {
  if (!typed) return undefined;
  const change = {
    ...(isSame(typed.correctedIdNumber, member.correctedIdNumber)
      ? {}
      : { correctedIdNumber: textOrNull(typed.correctedIdNumber) }),
    ...(isSame(typed.correctedPhone, member.correctedPhone)
      ? {}
      : { correctedPhone: textOrNull(typed.correctedPhone) }),
  };
  return Object.keys(change).length > 0 ? { id: member.id, ...change } : undefined;
}

function isSame(typed: string, recorded: string | null): boolean {
  return textOrNull(typed) === recorded;
}

function textOrNull(typed: string): string | null {
  return typed.trim() || null;
}
