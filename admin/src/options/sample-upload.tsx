import type { EvidenceCategory } from '@anju/domain/contracts';
import { t } from '../language/t';
import { SamplePicture } from '../recognition/evidence/sample-picture';
import { Thumb } from '../recognition/evidence/thumb';
import { FileButton } from './file-button';
import { useCategoryUpload } from './use-category-upload';

/** The sample picture of a category as clerks see it; another one is published as soon as it is chosen. */
export function SampleUpload({ category }: { readonly category: EvidenceCategory }) {
  const path = `/options/evidence-categories/${category.key}/sample`;
  const { busy, send } = useCategoryUpload(path, t('已更换“{label}”的示例照片', { label: category.label }));
  return (
    <span className="sample">
      <Thumb>
        <SamplePicture category={category} />
        <em>{t('示例')}</em>
      </Thumb>
      <FileButton
        label={t('更换示例')}
        purpose={t('{label}的示例照片', { label: category.label })}
        accept="image/jpeg,image/png,image/webp"
        disabled={busy}
        onChoose={(file) => void send(file)}
      />
    </span>
  );
}
