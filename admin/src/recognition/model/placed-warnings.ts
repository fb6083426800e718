import type { EvidenceConfig, FormDefinition, HouseholdRecord, RecordWarning } from '@anju/domain/contracts';
import { WARNING_KIND_LABELS } from '../../language/domain-words';
import type { FocusTarget } from '../recognition-context';
import { pathOfField } from './safeguard-draft';
import { memberKey } from './values';

/** A warning that waits, and the places of the form that mend it, the first one first. */
export interface PlacedWarning {
  readonly id: number;
  readonly text: string;
  readonly targets: readonly FocusTarget[];
}

interface Rules {
  readonly forms: FormDefinition;
  readonly evidence: EvidenceConfig;
}

type Recorded = Pick<HouseholdRecord, 'warnings' | 'evidence'>;

/** The warnings of a record at their places. */
export function placedWarnings(record: Recorded, rules: Rules): readonly PlacedWarning[] {
  return record.warnings.map((warning) => ({
    id: warning.id,
    text: wordsOf(warning),
    targets: targetsOf(warning, record, rules),
  }));
}

/** Whether two names of a place mean the same one. */
export function isSamePlace(one: FocusTarget, other: FocusTarget): boolean {
  if ('path' in one) return 'path' in other && one.path === other.path;
  return 'category' in other && one.category === other.category;
}

function targetsOf(warning: RecordWarning, record: Recorded, rules: Rules): readonly FocusTarget[] {
  switch (warning.kind) {
    case 'idError':
      return [{ path: `members.${memberKey({ id: warning.explanation.memberId })}.correctedIdNumber` }];
    case 'safeguardOverlap':
    case 'renovationIdentity':
      return [{ path: 'kind' }];
    case 'evidenceMissing': {
      const { kind, groups } = warning.explanation;
      const asked = rules.evidence.requirements.find((requirement) => requirement.kind === kind)?.groups ?? [];
      const lacking = asked.filter(({ key }) => groups.some((group) => group.key === key));
      return lacking.flatMap(({ categories }) => categories.map((category) => ({ category })));
    }
    case 'incomplete': {
      const { archiveGaps, kind, reasons } = warning.explanation;
      const fields = [...archiveGaps, ...(reasons.includes('notMovedIn') ? ['moveInDate'] : [])];
      const places = fields.map((name) => ({ path: pathOfField(name, kind, rules.forms) }));
      return reasons.includes('notOnRelocationList') || places.length === 0 ? [{ path: 'kind' }, ...places] : places;
    }
    case 'photoReuse': {
      const { evidenceIds } = warning.explanation;
      const shared = record.evidence.filter(({ id }) => evidenceIds.includes(id));
      return [...new Set(shared.map(({ category }) => category))].map((category) => ({ category }));
    }
  }
}

/** At a field that is one of many a sentence about all of them would only repeat itself. */
function wordsOf({ kind, message }: RecordWarning): string {
  return kind === 'incomplete' || kind === 'evidenceMissing' ? WARNING_KIND_LABELS[kind] : message;
}
