import { styled } from '@mui/material/styles';
import { useFormContext, useWatch } from 'react-hook-form';
import { t } from '../../language/t';
import { useEvidence } from '../evidence/evidence-context';
import { missingEvidence } from '../model/missing';
import type { RecognitionValues } from '../model/values';
import { useRecognition } from '../recognition-context';
import { colour, DESKTOP, size } from '../../theme/tokens';

/** The sections of the page; a phone shows one at a time. */
export const STEPS = ['list', 'persons', 'safeguard', 'evidence'] as const;
export type Step = (typeof STEPS)[number];

const Nav = styled('nav')({
  flex: 'none',
  display: 'grid',
  gridTemplateColumns: 'repeat(4, 1fr)',
  background: colour.surface,
  border: `1px solid ${colour.line}`,
  borderRadius: size.radius,
  '& button': {
    height: size.touch,
    border: 0,
    borderBottom: '2px solid transparent',
    padding: '0 4px',
    background: 'none',
    color: colour.ink2,
    font: 'inherit',
    outlineOffset: -2,
  },
  '& button[aria-current=step]': { color: colour.primary2, fontWeight: 600, borderColor: colour.primary },
  '& button.lacking': { color: colour.warning },
  [DESKTOP]: { display: 'none' },
});

interface StepsProps {
  readonly step: Step;
  readonly onStep: (step: Step) => void;
}

/** The phone's way between the sections. */
export function Steps({ step, onStep }: StepsProps) {
  const { control } = useFormContext<RecognitionValues>();
  const { rules } = useRecognition();
  const { stored } = useEvidence();
  const values = useWatch({ control, compute: (all: RecognitionValues) => all });
  const lacking = missingEvidence(values, stored, rules).length;
  const steps = [
    { step: 'list', name: t('名单') },
    { step: 'persons', name: t('人员') },
    { step: 'safeguard', name: t('保障') },
    { step: 'evidence', name: lacking > 0 ? t('材料 缺 {lacking}', { lacking }) : t('材料') },
  ] as const;
  return (
    <Nav aria-label={t('分节')}>
      {steps.map((entry) => (
        <button
          key={entry.step}
          type="button"
          className={entry.step === 'evidence' && lacking > 0 ? 'lacking' : undefined}
          aria-current={entry.step === step ? 'step' : undefined}
          onClick={() => onStep(entry.step)}
        >
          {entry.name}
        </button>
      ))}
    </Nav>
  );
}
