import { categoriesOfKind, mandatoryGroups } from '@anju/domain';
import { styled } from '@mui/material/styles';
import type { EvidenceCategory, EvidenceGroup } from '@anju/domain/contracts';
import { useFormContext, useWatch } from 'react-hook-form';
import { t } from '../../language/t';
import { missingEvidence } from '../model/missing';
import { safeguardDraft } from '../model/safeguard-draft';
import type { RecognitionValues } from '../model/values';
import { useRecognition } from '../recognition-context';
import { Section } from '../section';
import { colour, DESKTOP } from '../../theme/tokens';
import { CategoryCard } from './category-card';
import { useEvidence } from './evidence-context';

const OPTIONAL_EVERYWHERE = 'otherMaterial';

const Rail = styled(Section)({
  '& .lack': { color: colour.warning, fontWeight: 600 },
  '& .cards': { display: 'flex', flexDirection: 'column', gap: 10 },
  [DESKTOP]: {
    display: 'flex',
    flexDirection: 'column',
    flex: '0 1 auto',
    minHeight: 0,
    '& > header': { flex: 'none' },
    '& > .body': { overflow: 'auto', minHeight: 0 },
  },
});

/** 佐证材料: a card for each category that the chosen kind asks for, and for whatever else is stored. */
export function EvidenceSection() {
  const { control } = useFormContext<RecognitionValues>();
  const { rules } = useRecognition();
  const { stored } = useEvidence();
  // Whether a paper is waived depends on the kind and on its fields.
  const values = useWatch({ control, compute: (all: RecognitionValues) => all });
  const { kind } = values;
  const groups =
    kind === '' ? [] : mandatoryGroups(kind, { ...safeguardDraft(kind, values, 0, rules) }, rules.evidence);
  const missing = missingEvidence(values, stored, rules);
  const keys = new Set([
    ...groups.flatMap((group) => group.categories),
    ...(kind === '' ? [] : categoriesOfKind(kind, rules.evidence)),
    OPTIONAL_EVERYWHERE,
    ...stored.map(({ category }) => category),
  ]);
  const shown = rules.evidence.categories.filter((category) => keys.has(category.key));
  return (
    <Rail data-step="evidence" aria-labelledby="evidence-heading">
      <header>
        <h2 id="evidence-heading">{t('佐证材料')}</h2>
        <span className="muted small">
          {groups.length > 0 ? t('{count} 类必需', { count: groups.length }) : t('选填')}
        </span>
        {missing.length > 0 && (
          <span className="lack small end">{t('还缺 {count} 类', { count: missing.length })}</span>
        )}
      </header>
      <div className="body cards">
        {kind === '' && <p className="small muted">{t('选择住房安全保障情况后，这里列出需要上传的材料。')}</p>}
        {inOrder(shown, groups).map((category) => (
          <CategoryCard
            key={category.key}
            category={category}
            isOptional={!groups.some(({ categories }) => categories.includes(category.key))}
            lack={lackOf(category, missing)}
          />
        ))}
        {groups.length > 0 && (
          <p className="small muted">{t('缺材料也可以保存，系统会记为“佐证材料缺失”预警，补传后解除。')}</p>
        )}
      </div>
    </Rail>
  );
}

function lackOf({ key }: EvidenceCategory, missing: readonly EvidenceGroup[]): 'none' | 'missing' | 'oneOf' {
  const group = missing.find(({ categories }) => categories.includes(key));
  if (!group) return 'none';
  return group.categories.length > 1 ? 'oneOf' : 'missing';
}

/** Mandatory categories first, in the order of their groups. */
function inOrder(
  categories: readonly EvidenceCategory[],
  groups: readonly EvidenceGroup[],
): readonly EvidenceCategory[] {
  const order = groups.flatMap((group) => group.categories);
  const place = ({ key }: EvidenceCategory) => (order.includes(key) ? order.indexOf(key) : order.length);
  return categories.toSorted((a, b) => place(a) - place(b));
}
