import type { EvidenceConfig } from '@anju/domain/contracts';
import { NotFound, requestDb } from '@anju/kit';
import { keepSample, samplePicture } from '../queries/sample-picture';
import { publishCategoryFile, withCategory } from './category-file';
import { standingEvidence } from './documents';

/** A decoded upload, as the register makes it of evidence. */
export interface SampleUpload {
  readonly picture: { readonly thumbnail: Buffer; readonly contentHash: string };
}

/** Publishes the sample picture of a category, in the size in which forms show it. */
export function publishSample(
  key: string,
  { picture }: SampleUpload,
): Promise<{ version: number; evidence: EvidenceConfig }> {
  return publishCategoryFile(key, {
    action: 'sample',
    summary: ({ label }) => `更换“${label}”的示例照片`,
    keep: () => keepSample(requestDb(), picture.contentHash, picture.thumbnail),
    evidence: (standing) => withCategory(standing, key, { sample: picture.contentHash }),
  });
}

/** The sample picture of a category; throws NotFound when it has none. */
export async function sampleOf(key: string): Promise<Buffer> {
  const { value } = await standingEvidence();
  const digest = value.categories.find((entry) => entry.key === key)?.sample;
  const picture = digest === undefined ? undefined : await samplePicture(requestDb(), digest);
  if (!picture) throw new NotFound('这个类别没有示例照片');
  return picture;
}
