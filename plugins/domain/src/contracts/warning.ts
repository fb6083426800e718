import { z } from 'zod';
import { ARCHIVE_FIELDS } from '../safeguard/renovation-archive';
import { SAFEGUARD_KINDS, WARNING_STATES } from '../vocabulary';
import { WARNING_SEVERITIES } from '../warnings/checks';

/** Another household of a warning, masked; `countyName` says whom to call. */
const otherHousehold = z.object({
  householdId: z.int(),
  name: z.string().optional(),
  regionCode: z.string(),
  countyName: z.string(),
});
export type OtherHousehold = z.infer<typeof otherHousehold>;

const others = z.array(otherHousehold);
const text = z.string().nullable();

const idError = z.object({
  memberId: z.int(),
  personName: z.string(),
  isHead: z.boolean(),
  /** Masked. */
  idNumber: text,
  errors: z.array(
    z.enum([
      'missing',
      'length',
      'characters',
      'region',
      'birthDate',
      'birthDateFuture',
      'checksum',
      'disabilityCard',
      'notCitizenId',
      'duplicate',
    ]),
  ),
  /** Another number can be proposed from the one that is written down. */
  hasProposal: z.boolean(),
  others,
  otherCount: z.int(),
});

const matched = {
  personName: z.string(),
  idNumber: z.string(),
  name: text,
  regionCode: z.string(),
  countyName: z.string(),
};

const safeguardOverlap = z.object({
  sources: z.array(
    z.discriminatedUnion('source', [
      z.object({ source: z.literal('recognised'), kind: z.enum(SAFEGUARD_KINDS) }),
      z.object({
        source: z.literal('relocationEntry'),
        kind: z.literal('povertyRelocation'),
        moveInDate: text,
        ...matched,
      }),
      z.object({
        source: z.literal('renovation'),
        kind: z.literal('renovation'),
        renovationId: z.int().optional(),
        planYear: z.int().nullable(),
        renovationMode: text,
        accepted: z.boolean().nullable(),
        ...matched,
      }),
      z.object({
        source: z.literal('household'),
        kind: z.enum(SAFEGUARD_KINDS),
        householdId: z.int(),
        ...matched,
      }),
    ]),
  ),
});

const renovationIdentity = z.object({
  reason: z.enum(['notOnList', 'otherGroupOnList']),
  povertyType: text,
  personName: z.string(),
  idNumber: text,
  archiveNumber: text,
  planYear: z.int().nullable(),
  renovationMode: text,
  archiveRegionCode: z.string(),
  others,
});

const evidenceMissing = z.object({
  kind: z.enum(SAFEGUARD_KINDS),
  groups: z.array(z.object({ key: z.string(), label: z.string() })),
});

const incomplete = z.object({
  kind: z.enum(SAFEGUARD_KINDS),
  reasons: z.array(z.enum(['archiveIncomplete', 'notOnRelocationList', 'notMovedIn'])),
  archiveGaps: z.array(z.enum(ARCHIVE_FIELDS)),
  renovationId: z.int().nullable(),
  notStarted: z.boolean(),
  notCompleted: z.boolean(),
});

const photoReuse = z.object({
  evidenceIds: z.array(z.int()),
  others,
  otherCount: z.int(),
  /** Whether the files are the same; else the pictures look alike. */
  identical: z.boolean(),
});

/** A rule and what it found. */
export const warningFinding = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('idError'), explanation: idError }),
    z.object({ kind: z.literal('safeguardOverlap'), explanation: safeguardOverlap }),
    z.object({ kind: z.literal('renovationIdentity'), explanation: renovationIdentity }),
    z.object({ kind: z.literal('evidenceMissing'), explanation: evidenceMissing }),
    z.object({ kind: z.literal('incomplete'), explanation: incomplete }),
    z.object({ kind: z.literal('photoReuse'), explanation: photoReuse }),
  ])
  .meta({ id: 'WarningFinding' });
export type WarningFinding = z.infer<typeof warningFinding>;

/** One step that a person took with a warning. */
export const warningStep = z.object({
  step: z.enum(['dismiss', 'propose', 'submit', 'forward', 'accept', 'reject', 'return']),
  at: z.string(),
  by: z.string(),
  text,
  decidedOn: text.optional(),
  documentNumber: text.optional(),
  authority: text.optional(),
  /** The batch that it was sent or answered with. */
  batch: z.int().optional(),
});
export type WarningStep = z.infer<typeof warningStep>;

const life = {
  id: z.int(),
  state: z.enum(WARNING_STATES),
  severity: z.enum(WARNING_SEVERITIES),
  openedAt: z.string(),
  closedAt: text,
  steps: z.array(warningStep),
};

/** A warning without its sentence, as the database answers it. */
export const storedWarning = z.intersection(z.object(life), warningFinding);

/** A warning of a household's record: `message` says in one sentence what was found, numbers masked. */
export const recordWarning = z.intersection(z.object({ ...life, message: z.string() }), warningFinding);
export type RecordWarning = z.infer<typeof recordWarning>;

const place = {
  /** Null: an archive that belongs to no household of its county. */
  householdId: z.int().nullable(),
  renovationId: z.int().nullable(),
  regionCode: z.string(),
  regionName: z.string(),
  headName: z.string(),
  memberCount: z.int().nullable(),
  recognised: z.boolean().nullable(),
};

export const storedWarningRow = z.intersection(z.object({ ...life, ...place }), warningFinding);

/** A warning as the list shows it, with the household that it stands with. */
export const warningRow = z.intersection(z.object({ ...life, ...place, message: z.string() }), warningFinding);
export type WarningRow = z.infer<typeof warningRow>;
