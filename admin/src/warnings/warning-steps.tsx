import { styled } from '@mui/material/styles';
import type { WarningStep } from '@anju/domain/contracts';
import { t } from '../language/t';
import { colour } from '../theme/tokens';
import { dayText } from '../vocabulary/numbers';

const LABELS: Readonly<Record<WarningStep['step'], string>> = {
  dismiss: t('说明解除'),
  propose: t('提出特殊情况'),
  submit: t('提交特殊情况'),
  forward: t('上报'),
  accept: t('批复认可'),
  reject: t('批复不予认可'),
  return: t('退回'),
};

const List = styled('ol')({ margin: '6px 0 0', padding: 0, listStyle: 'none', fontSize: 13, color: colour.ink2 });

/** What people did with a warning, in order. */
export function WarningSteps({ steps }: { readonly steps: readonly WarningStep[] }) {
  if (steps.length === 0) return null;
  return (
    <List aria-label={t('处理经过')}>
      {steps.map((step) => (
        <li key={step.at}>
          {dayText(step.at)} {step.by} {LABELS[step.step]}
          {step.text && t('：{text}', { text: step.text })}
          {step.documentNumber &&
            t('（{authority} {documentNumber}）', {
              authority: step.authority ?? '',
              documentNumber: step.documentNumber,
            })}
        </li>
      ))}
    </List>
  );
}
