import { styled } from '@mui/material/styles';
import type { WarningStep } from '@anju/domain/contracts';
import { colour } from '../theme/tokens';
import { dayText } from '../vocabulary/numbers';

const LABELS: Readonly<Record<WarningStep['step'], string>> = {
  dismiss: '说明解除',
  propose: '提出特殊情况',
  submit: '提交特殊情况',
  forward: '上报',
  accept: '批复认可',
  reject: '批复不予认可',
  return: '退回',
};

const List = styled('ol')({ margin: '6px 0 0', padding: 0, listStyle: 'none', fontSize: 13, color: colour.ink2 });

/** What people did with a warning, in order. */
export function WarningSteps({ steps }: { readonly steps: readonly WarningStep[] }) {
  if (steps.length === 0) return null;
  return (
    <List aria-label="处理经过">
      {steps.map((step) => (
        <li key={step.at}>
          {dayText(step.at)} {step.by} {LABELS[step.step]}
          {step.text && `：${step.text}`}
          {step.documentNumber && `（${step.authority ?? ''} ${step.documentNumber}）`}
        </li>
      ))}
    </List>
  );
}
