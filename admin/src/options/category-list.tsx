import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import type { EvidenceCategory, EvidenceProposal } from '@anju/domain/contracts';
import { TextField } from '../forms/text-field';
import { t } from '../language/t';
import { Icon } from '../theme/icon';
import { colour, PHONE } from '../theme/tokens';
import { SampleUpload } from './sample-upload';
import { TemplateUpload } from './template-upload';
import { newKey, withCategory } from './evidence-proposal';

const List = styled('div')({
  padding: '4px 16px 12px',
  '& li': {
    display: 'grid',
    gridTemplateColumns: 'minmax(150px, 1fr) 2fr 76px 150px 150px',
    gap: 12,
    alignItems: 'end',
    padding: '8px 0 10px',
    borderBottom: `1px solid ${colour.line}`,
    fontSize: 13,
  },
  '& .accepts': { minHeight: 32, display: 'flex', alignItems: 'center' },
  '& .sample': { display: 'flex', alignItems: 'center', gap: 4 },
  '& .template': { display: 'flex', flexDirection: 'column', alignItems: 'flex-start' },
  '& .add': { marginTop: 12 },
  [PHONE]: { padding: '4px 12px 12px', '& li': { gridTemplateColumns: '1fr' } },
});

interface CategoryListProps {
  readonly proposal: EvidenceProposal;
  /** The categories as published, with their samples. */
  readonly standing: readonly EvidenceCategory[];
  readonly isChanged: boolean;
  readonly onChange: (proposal: EvidenceProposal) => void;
}

/** The categories of evidence with their hints; none can be removed, since records may hold papers of it. */
export function CategoryList({ proposal, standing, isChanged, onChange }: CategoryListProps) {
  const add = (accepts: 'photo' | 'document') =>
    onChange({
      ...proposal,
      categories: [...proposal.categories, { key: newKey(), label: '', accepts, hint: '拍照上传，字迹清楚。' }],
    });
  return (
    <List>
      <ul>
        {proposal.categories.map(({ key, label, hint, accepts }) => (
          <li key={key}>
            <TextField
              label={t('类别名称')}
              value={label}
              onChange={(text) => onChange(withCategory(proposal, key, { label: text }))}
              maxLength={60}
              required
            />
            <TextField
              label={t('填写提示')}
              value={hint}
              onChange={(text) => onChange(withCategory(proposal, key, { hint: text }))}
              maxLength={200}
              required
            />
            <span className="accepts muted">{accepts === 'photo' ? t('房屋照片') : t('材料、证明')}</span>
            <PublishedFiles category={standing.find((category) => category.key === key)} isUnsaved={isChanged} />
          </li>
        ))}
      </ul>
      <div className="add">
        <Button size="small" onClick={() => add('document')}>
          <Icon name="plus" />
          {t('新增材料类别')}
        </Button>{' '}
        <Button size="small" onClick={() => add('photo')}>
          <Icon name="plus" />
          {t('新增照片类别')}
        </Button>
      </div>
    </List>
  );
}

interface PublishedFilesProps {
  readonly category: EvidenceCategory | undefined;
  readonly isUnsaved: boolean;
}

/** Samples and templates are published by themselves, so that what is not published yet must come first. */
function PublishedFiles({ category, isUnsaved }: PublishedFilesProps) {
  if (!category || isUnsaved) return <span className="muted small">{t('发布更改后可换示例和模板')}</span>;
  return (
    <>
      <SampleUpload category={category} />
      {category.accepts === 'document' && <TemplateUpload category={category} />}
    </>
  );
}
