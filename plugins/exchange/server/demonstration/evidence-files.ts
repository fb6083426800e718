import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { evidenceStorageKey } from './evidence';
import { drawEvidencePhoto, PHOTO_HEIGHT, PHOTO_WIDTH } from './photo/draw-evidence-photo';
import type { EvidencePlan } from './rows';
import type { EvidenceRow } from './table-rows';

/** A picture is encoded while the next is drawn. */
const CONCURRENCY = 2;

/** Draws and stores the pictures of the planned evidence below `folder`; rows in the order of the plans. */
export async function storeEvidence(plans: readonly EvidencePlan[], folder: string): Promise<readonly EvidenceRow[]> {
  const rows: EvidenceRow[] = [];
  let next = 0;
  const worker = async () => {
    for (let index = next++; index < plans.length; index = next++) {
      const plan = plans[index];
      if (plan) rows[index] = await storePicture(plan, folder);
    }
  };
  const threads = sharp.concurrency();
  sharp.concurrency(1); // a picture this small gains nothing from several threads
  try {
    await Promise.all(Array.from({ length: CONCURRENCY }, worker));
  } finally {
    sharp.concurrency(threads);
  }
  return rows;
}

/** Evidence rows without files, for loads too large to draw; their names say so. */
export function describeEvidence(plans: readonly EvidencePlan[]): readonly EvidenceRow[] {
  return plans.map((plan) => ({
    ...evidenceRow(plan, createHash('sha256').update(`${plan.style}-${plan.photoSeed}`).digest('hex')),
    fileName: '演示数据（只有登记，没有文件）.jpg',
    sizeBytes: 1,
    width: null,
    height: null,
  }));
}

async function storePicture(plan: EvidencePlan, folder: string): Promise<EvidenceRow> {
  const picture = await drawEvidencePhoto(plan.photoSeed, plan.style);
  const row = evidenceRow(plan, createHash('sha256').update(picture).digest('hex'));
  const path = join(folder, row.storageKey);
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await writeFile(path, picture, { mode: 0o600 });
  return { ...row, fileName: '演示数据.jpg', sizeBytes: picture.length, width: PHOTO_WIDTH, height: PHOTO_HEIGHT };
}

type EvidenceBase = Omit<EvidenceRow, 'fileName' | 'sizeBytes' | 'width' | 'height'>;

/** A picture this small is its own thumbnail. */
function evidenceRow(plan: EvidencePlan, contentHash: string): EvidenceBase {
  const storageKey = evidenceStorageKey(plan.id);
  return {
    id: plan.id,
    householdId: plan.householdId,
    regionCode: plan.regionCode,
    category: plan.category,
    mimeType: 'image/jpeg',
    contentHash,
    storageKey,
    thumbnailKey: storageKey,
  };
}
