import { styled } from '@mui/material/styles';
import type { EvidenceCategory } from '@anju/domain/contracts';
import { CertificateLinks } from '../../certificates/certificate-links';
import { t } from '../../language/t';
import { LineIcon } from '../line-icon';
import { useRecognition } from '../recognition-context';
import { useFieldWarnings } from '../use-field-warnings';
import { Icon } from '../../theme/icon';
import { colour, PHONE } from '../../theme/tokens';
import { categoryId } from './category-id';
import { useEvidence } from './evidence-context';
import { FilePickers } from './file-pickers';
import { OptionalCategory } from './optional-category';
import { SamplePicture } from './sample-picture';
import { StoredThumb } from './stored-thumb';
import { Thumb } from './thumb';
import { paperLists, UploadList } from './upload-list';

const Box = styled('article')({
  border: `1px solid ${colour.line}`,
  borderRadius: 6,
  padding: 10,
  outlineOffset: 2,
  '&.missing': { border: `1px dashed ${colour.warning}`, background: '#FFFCFC' },
  '& h3': { display: 'flex', alignItems: 'flex-start', gap: 6 },
  '& h3 > svg': { marginTop: 2 },
  '& h3 .name': { flex: 1, minWidth: 0 },
  '& h3 .count': { fontWeight: 400, fontSize: 12, whiteSpace: 'nowrap' },
  '&.missing h3': { color: colour.warning },
  '&.done h3 > svg, &.done .count': { color: colour.done },
  ...paperLists,
  '& .hint, & .warned': { marginTop: 6, fontSize: 12, lineHeight: '18px', color: colour.ink3 },
  '& .warned': { color: colour.warning },
  [PHONE]: { '& h3': { fontSize: 14 }, '& .pickers': { minWidth: 180 } },
});

interface CategoryCardProps {
  readonly category: EvidenceCategory;
  readonly isOptional: boolean;
  /** The mandatory group that this category could satisfy is still empty; `oneOf` when others could do so as well. */
  readonly lack: 'none' | 'missing' | 'oneOf';
}

/** A category of evidence: its sample and hint, what is stored, what is on its way, and the ways to add more. */
export function CategoryCard({ category, isOptional, lack }: CategoryCardProps) {
  const { stored, uploads, queue, preview } = useEvidence();
  const { record, rules } = useRecognition();
  const certificate = rules.evidence.templates.find(({ key }) => key === category.template);
  const warned = useFieldWarnings({ category: category.key });
  const photos = stored.filter((row) => row.category === category.key);
  const waiting = uploads.filter((upload) => upload.category === category.key);
  const isEmpty = photos.length + waiting.length === 0;
  const isMissing = lack !== 'none' && waiting.length === 0;
  if (isOptional && isEmpty) return <OptionalCategory category={category} />;
  return (
    <Box
      id={categoryId(category.key)}
      tabIndex={-1}
      className={isMissing ? 'missing' : photos.length > 0 && waiting.length === 0 ? 'done' : ''}
      aria-label={category.label}
    >
      <h3>
        {waiting.length > 0 ? (
          <LineIcon name="upload" />
        ) : isMissing ? (
          <Icon name="warning" />
        ) : (
          photos.length > 0 && <Icon name="check" />
        )}
        <span className="name">{category.label}</span>
        <span className="count">{countWords(photos.length, waiting.length, isMissing ? lack : 'none')}</span>
      </h3>
      <ul>
        <li>
          <Thumb className="sample">
            <SamplePicture category={category} />
            <em>{t('示例')}</em>
          </Thumb>
        </li>
        {photos.map((photo, index) => (
          <li key={photo.id}>
            <StoredThumb
              file={photo}
              label={t('查看{label}第 {index} 张', { label: category.label, index: index + 1 })}
              onOpen={() => preview(photo.id)}
            />
          </li>
        ))}
        <li className={isEmpty ? 'pickers empty' : 'pickers'}>
          <FilePickers
            label={category.label}
            accepts={category.accepts}
            compact={!isEmpty}
            onFiles={(files) => queue.add(category.key, files)}
          >
            <span className="muted">
              {category.accepts === 'photo' ? t('可多张，JPG、PNG 或 WebP') : t('可多页，图片或 PDF')}
            </span>
          </FilePickers>
        </li>
      </ul>
      <UploadList uploads={waiting} queue={queue} />
      {warned.map((text) => (
        <p key={text} className="warned">
          {text}
        </p>
      ))}
      {photos.length === 0 && <p className="hint">{category.hint}</p>}
      {certificate && <CertificateLinks householdId={record.id} template={certificate.key} name={certificate.name} />}
    </Box>
  );
}

function countWords(stored: number, waiting: number, lack: CategoryCardProps['lack']): string {
  const words = [
    stored > 0 ? t('{stored} 张', { stored }) : '',
    waiting > 0 ? t('{waiting} 张尚未上传', { waiting }) : '',
  ].filter(Boolean);
  if (words.length > 0) return words.join(t('，'));
  if (lack === 'oneOf') return t('任选其一');
  return lack === 'missing' ? t('缺失') : t('选填');
}
