import type { WarningRow } from '@anju/domain/contracts';
import { t } from '../language/t';
import type { ArchiveStepName } from './archive-step';

/** A way to mend a warning: a page that opens at the right place, or a dialog. */
export type Fix = { readonly label: string } & (
  | { readonly to: string }
  | { readonly step: 'adopt'; readonly householdId: number; readonly memberId: number }
  | { readonly step: 'linkArchive'; readonly householdId: number }
  | { readonly step: ArchiveStepName; readonly renovationId: number }
);

/** What mends a warning, the likeliest first. */
export function fixesOf(warning: WarningRow, region: string): readonly Fix[] {
  switch (warning.kind) {
    case 'idError':
      return idErrorFixes(warning);
    case 'safeguardOverlap':
      return [...inForm(warning, t('修改保障方式')), ...unlinkFixes(warning, region)];
    case 'renovationIdentity':
      return identityFixes(warning);
    case 'evidenceMissing':
      return inForm(warning, t('上传佐证材料'));
    case 'incomplete':
      return incompleteFixes(warning);
    case 'photoReuse':
      return inForm(warning, t('更换照片'));
  }
}

type Of<Kind extends WarningRow['kind']> = Extract<WarningRow, { kind: Kind }>;

/** The form, opened at the place that mends the warning. */
function inForm({ householdId, id }: WarningRow, label: string): readonly Fix[] {
  return householdId === null ? [] : [{ label, to: `/entry/${householdId}?warning=${id}` }];
}

function idErrorFixes(warning: Of<'idError'>): readonly Fix[] {
  const { householdId, explanation } = warning;
  const proposal =
    explanation.hasProposal && householdId !== null
      ? [{ label: t('采用建议号码'), step: 'adopt', householdId, memberId: explanation.memberId } as const]
      : [];
  return [...proposal, ...inForm(warning, t('更正身份证号'))];
}

/** An archive that the household is recognised by is corrected in the form; one that only holds a number may be parted from it. */
function unlinkFixes({ explanation: { sources } }: Of<'safeguardOverlap'>, region: string): readonly Fix[] {
  if (sources.some(({ source, kind }) => source === 'recognised' && kind === 'renovation')) return [];
  const archives = sources.flatMap((source) =>
    source.source === 'renovation' && source.renovationId !== undefined && source.regionCode.startsWith(region)
      ? [{ renovationId: source.renovationId, planYear: source.planYear }]
      : [],
  );
  return archives.map(({ renovationId, planYear }) => ({
    label: archives.length === 1 ? t('解除关联') : t('解除关联 {planYear}', { planYear: planYear ?? renovationId }),
    step: 'unlink',
    renovationId,
  }));
}

function identityFixes({ householdId, renovationId, explanation }: Of<'renovationIdentity'>): readonly Fix[] {
  if (renovationId === null) return [];
  const changeType = { label: t('修改档案类型'), step: 'changeType', renovationId } as const;
  if (explanation.reason === 'otherGroupOnList')
    return householdId === null ? [changeType] : [changeType, { label: t('打开该户'), to: `/entry/${householdId}` }];
  return [
    { label: t('转库外信息补录'), to: `/off-list/new?renovation=${renovationId}` },
    changeType,
    { label: t('关联'), step: 'link', renovationId },
  ];
}

function incompleteFixes(warning: Of<'incomplete'>): readonly Fix[] {
  const { householdId, explanation } = warning;
  const lacksArchive = explanation.reasons.includes('archiveIncomplete') && explanation.renovationId === null;
  const link =
    lacksArchive && householdId !== null ? [{ label: t('关联档案'), step: 'linkArchive', householdId } as const] : [];
  return [...inForm(warning, t('补充信息')), ...link];
}
