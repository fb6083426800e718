import { z } from '@anju/domain/contracts';
import { readConfig } from './config';
import { parse } from './parse';

const idCardFile = z.object({ extraProvincePrefixes: z.array(z.string()) });
const reviewFile = z.object({ paperTownship: z.enum(['whereNoReviewer', 'always', 'never']) });

/** Where a typed township reviewer and date approve on paper. */
export type PaperTownship = z.infer<typeof reviewFile>['paperTownship'];

/** config/id-card.json: the province prefixes of identity numbers beside the standard's. */
export function idCardSettings(): z.infer<typeof idCardFile> {
  return parse(idCardFile, readConfig('id-card.json'), 'id-card.json:');
}

/** config/review.json: how reviews on paper count. */
export function reviewSettings(): z.infer<typeof reviewFile> {
  return parse(reviewFile, readConfig('review.json'), 'review.json:');
}
