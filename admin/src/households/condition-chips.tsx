import { styled } from '@mui/material/styles';
import { t } from '../language/t';
import { Icon } from '../theme/icon';
import { colour } from '../theme/tokens';
import type { AppliedCondition } from './applied-conditions';
import type { ConditionDraft } from './condition-draft';

const Row = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 6,
  padding: '0 16px 8px',
  fontSize: 12,
  '& .chip': {
    display: 'inline-flex',
    alignItems: 'center',
    gap: 4,
    height: 22,
    padding: '0 3px 0 7px',
    borderRadius: 4,
    background: colour.selected,
    color: colour.primary2,
  },
  '& button': { border: 0, background: 'none', font: 'inherit', color: 'inherit', cursor: 'pointer', padding: 2 },
  '& .reset': { color: colour.primary },
  '& .chip svg': { width: 13, height: 13 },
});

interface ConditionChipsProps {
  readonly applied: readonly AppliedCondition[];
  readonly current: ConditionDraft;
  readonly root: string;
  readonly onApply: (draft: ConditionDraft) => void;
  readonly onReset: () => void;
}

/** Conditions that no visible field shows, each with its way out, and the way out of all. */
export function ConditionChips({ applied, current, root, onApply, onReset }: ConditionChipsProps) {
  if (!hasConditions(current, root)) return null;
  return (
    <Row>
      {applied.length > 0 && <span className="muted">{t('另按')}</span>}
      {applied.map(({ text, without }) => (
        <span key={text} className="chip">
          {text}
          <button type="button" aria-label={t('去掉条件：{text}', { text })} onClick={() => onApply(without)}>
            <Icon name="close" />
          </button>
        </span>
      ))}
      <button type="button" className="reset" onClick={onReset}>
        {t('全部重置')}
      </button>
    </Row>
  );
}

function hasConditions({ tab: _tab, regionCode, ...rest }: ConditionDraft, root: string): boolean {
  return regionCode !== root || Object.values(rest).some((value) => value !== '');
}
