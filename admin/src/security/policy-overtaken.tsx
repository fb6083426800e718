import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import type { PolicyConflict } from '@anju/domain/contracts';
import { phrase, t } from '../language/t';
import { colour, PHONE, size } from '../theme/tokens';
import { draftOf, RULES, type PolicyDraft } from './policy-draft';

const Box = styled('div')({
  display: 'grid',
  gap: 6,
  maxWidth: 980,
  marginBottom: 16,
  padding: '8px 12px',
  background: colour.warningTint,
  border: `1px solid ${colour.warningLine}`,
  borderRadius: size.radius,
  '& .steps': { display: 'flex', flexWrap: 'wrap', gap: 8 },
  [PHONE]: { '& .steps button': { minHeight: size.touch } },
});

interface PolicyOvertakenProps {
  readonly theirs: PolicyConflict;
  readonly draft: PolicyDraft;
  readonly busy: boolean;
  readonly onTake: () => void;
  readonly onOverwrite: () => void;
}

/** Somebody else set the policy in between: who, where it differs from what is typed, and which of both is to hold. */
export function PolicyOvertaken({ theirs, draft, busy, onTake, onOverwrite }: PolicyOvertakenProps) {
  const standing = draftOf(theirs.policy);
  const differing = RULES.flatMap(({ rules }) => rules).filter(({ path }) => standing[path] !== draft[path]?.trim());
  return (
    <Box role="alert">
      <p>{phrase('没有保存：{setBy}刚修改了登录策略。您填写的内容都还在。', { setBy: theirs.setBy ?? t('他人') })}</p>
      <ul aria-label={t('不同之处')}>
        {differing.map(({ path, label }) => (
          <li key={path}>
            {t('{label}：现为 {path}，您填写的是 {value}', {
              label,
              path: standing[path],
              value: draft[path]?.trim() || t('空'),
            })}
          </li>
        ))}
      </ul>
      <div className="steps">
        <Button size="small" disabled={busy} onClick={onTake}>
          {t('载入对方的设置')}
        </Button>
        <Button size="small" color="primary" disabled={busy} onClick={onOverwrite}>
          {t('用我填写的覆盖')}
        </Button>
      </div>
    </Box>
  );
}
