import { type RevealAnswer, type RevealRequest, z } from '@anju/domain/contracts';
import { AppError, NotFound, parse, readConfig, requestDb } from '@anju/kit';
import { countReveal } from '../queries/count-reveal';
import { valueInForce } from '../queries/value-in-force';
import { writeJournal } from '../queries/write-journal';

const limitFile = z.looseObject({ reveals: z.object({ most: z.int(), seconds: z.int() }) });

let limit: z.infer<typeof limitFile>['reveals'] | undefined;

/** Of config/sign-in.json, read once. */
function revealLimit(): z.infer<typeof limitFile>['reveals'] {
  limit ??= parse(limitFile, readConfig('sign-in.json'), 'sign-in.json: ').reveals;
  return limit;
}

/** 429: more full numbers were looked at than anybody's work needs. */
class TooManyReveals extends AppError {
  constructor(seconds: number) {
    const message = `查看完整号码过于频繁，请 ${Math.ceil(seconds / 60)} 分钟后再试；成批核对请使用导出`;
    super(429, 'tooManyReveals', message, {}, { waitSeconds: seconds });
  }
}

/** One value in full, for a person with the duty to see it; the journal keeps who asked for whose. */
export async function revealValue(householdId: number, { field, memberId }: RevealRequest): Promise<RevealAnswer> {
  const found = await valueInForce(requestDb(), householdId, memberId, field);
  if (!found) throw new NotFound();
  const { most, seconds } = revealLimit();
  const wait = await countReveal(requestDb(), most, seconds);
  if (wait > 0) throw new TooManyReveals(wait);
  await writeJournal(requestDb(), {
    action: 'reveal',
    subjectTable: 'members',
    subjectId: found.member_id,
    regionCode: found.region_code,
    detail: { field, householdId },
  });
  return { field, memberId: found.member_id, value: found.value };
}
