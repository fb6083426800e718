import type { EvidenceConfig } from '@anju/domain/contracts';
import { NotFound, requestDb } from '@anju/kit';
import { lockConfiguration } from '../queries/configuration-change';
import { keepSample, samplePicture } from '../queries/sample-picture';
import { publishDocument, standingEvidence } from './documents';

/** A decoded upload, as the register makes it of evidence. */
export interface SampleUpload {
  readonly picture: { readonly thumbnail: Buffer; readonly contentHash: string };
}

/** Publishes the sample picture of a category, in the size in which forms show it. */
export async function publishSample(
  key: string,
  { picture }: SampleUpload,
): Promise<{ version: number; evidence: EvidenceConfig }> {
  await lockConfiguration(requestDb());
  const { value: before } = await standingEvidence();
  const category = before.categories.find((entry) => entry.key === key);
  if (!category) throw new NotFound('没有这个佐证材料类别');
  await keepSample(requestDb(), picture.contentHash, picture.thumbnail);
  const evidence = {
    ...before,
    categories: before.categories.map((entry) =>
      entry.key === key ? { ...entry, sample: picture.contentHash } : entry,
    ),
  };
  const version = await publishDocument({
    name: 'evidence',
    action: 'sample',
    summary: `更换“${category.label}”的示例照片`,
    reason: null,
    before,
    after: evidence,
  });
  return { version, evidence };
}

/** The sample picture of a category; throws NotFound when it has none. */
export async function sampleOf(key: string): Promise<Buffer> {
  const { value } = await standingEvidence();
  const digest = value.categories.find((entry) => entry.key === key)?.sample;
  const picture = digest === undefined ? undefined : await samplePicture(requestDb(), digest);
  if (!picture) throw new NotFound('这个类别没有示例照片');
  return picture;
}
