import type { WarningFinding } from '../contracts/warning';
import { explainIdNumberErrors } from '../identity-number';
import { SAFEGUARD_KIND_LABELS } from '../labels';
import { ARCHIVE_FIELD_LABELS, POVERTY_TYPE_LABELS } from './archive-labels';

type Finding<Kind extends WarningFinding['kind']> = Extract<WarningFinding, { kind: Kind }>['explanation'];

/** A warning in one sentence, with its values and the record that it met; numbers are masked already. */
export function warningSentence(finding: WarningFinding): string {
  switch (finding.kind) {
    case 'idError':
      return idErrorSentence(finding.explanation);
    case 'safeguardOverlap':
      return overlapSentence(finding.explanation);
    case 'renovationIdentity':
      return identitySentence(finding.explanation);
    case 'evidenceMissing':
      return `已认定为${SAFEGUARD_KIND_LABELS[finding.explanation.kind]}，缺少佐证材料：${finding.explanation.groups
        .map(({ label }) => label)
        .join('、')}。`;
    case 'incomplete':
      return incompleteSentence(finding.explanation);
    case 'photoReuse':
      return `本户的照片与另外 ${finding.explanation.otherCount} 户的${finding.explanation.identical ? '完全相同' : '相同或高度相似'}（${placesOf(finding.explanation.others)}），请核实后重新拍照或说明原因。`;
  }
}

function idErrorSentence({ personName, isHead, idNumber, errors, others, otherCount }: Finding<'idError'>): string {
  const who = `${isHead ? '户主' : '家庭成员'}${personName}${idNumber ? `的身份证号 ${idNumber}` : ''}`;
  const wrong = errors.filter((error) => error !== 'duplicate');
  const parts = [
    ...(wrong.length > 0 ? [explainIdNumberErrors(wrong)] : []),
    ...(otherCount > 0 ? [`与另外 ${otherCount} 人相同：${namedPlaces(others)}`] : []),
  ];
  return `${who}：${parts.join('；')}。`;
}

function overlapSentence({ sources }: Finding<'safeguardOverlap'>): string {
  const parts = sources.map((source) => {
    const label = source.kind ? SAFEGUARD_KIND_LABELS[source.kind] : '';
    switch (source.source) {
      case 'recognised':
        return `本户已认定为${label}`;
      case 'relocationEntry':
        return `${source.personName}（${source.idNumber}）在易地扶贫搬迁名单中（${source.countyName}）`;
      case 'renovation':
        return `${source.personName}（${source.idNumber}）有一份${source.planYear ?? ''}农村危房改造档案（${source.countyName}）`;
      case 'household':
        return `${source.personName}（${source.idNumber}）在另一户已认定为${label}（${source.countyName} ${source.name}）`;
    }
  });
  return `${parts.join('；')}。一户只能认定一种保障方式，请核实后保留一种。`;
}

function identitySentence(found: Finding<'renovationIdentity'>): string {
  const archive = `${found.planYear ?? ''}农村危房改造档案 ${found.archiveNumber ?? ''}（${found.personName}，${found.idNumber ?? '没有身份证号'}）`;
  const type = (found.povertyType && POVERTY_TYPE_LABELS[found.povertyType]) ?? found.povertyType ?? '';
  return found.reason === 'notOnList'
    ? `${archive}登记为${type}，但该身份证号不在建档立卡名单和库外补录中。`
    : `${archive}登记为${type}，但该身份证号在建档立卡名单中：${namedPlaces(found.others)}。`;
}

function incompleteSentence({ kind, reasons, archiveGaps, notStarted, notCompleted }: Finding<'incomplete'>): string {
  const parts = reasons.map((reason) => {
    switch (reason) {
      case 'archiveIncomplete':
        return `危房改造档案还缺 ${archiveGaps.map((field) => ARCHIVE_FIELD_LABELS[field]).join('、')}`;
      case 'notOnRelocationList':
        return '易地扶贫搬迁名单中没有本户任何一人';
      case 'notMovedIn':
        return notStarted ? '尚未开工、尚未入住' : notCompleted ? '尚未竣工、尚未入住' : '尚未入住';
    }
  });
  return `已认定为${SAFEGUARD_KIND_LABELS[kind]}：${parts.join('；')}。`;
}

interface Other {
  readonly name?: string | undefined;
  readonly countyName: string;
}

function namedPlaces(others: readonly Other[]): string {
  return others.map(({ name, countyName }) => `${name ?? ''}（${countyName}）`).join('、');
}

function placesOf(others: readonly Other[]): string {
  return [...new Set(others.map(({ countyName }) => countyName))].join('、');
}
