import type { SafeguardKind } from '@anju/domain';
import { useState } from 'react';
import { useController, useFormContext } from 'react-hook-form';
import { t } from '../../language/t';
import { fieldId, noteId } from '../fields/field-frame';
import { switchedKind } from '../model/switched-kind';
import type { RecognitionValues } from '../model/values';
import { useRecognition } from '../recognition-context';
import { useFieldWarnings } from '../use-field-warnings';
import { useOpenedWarning } from '../use-warning-target';
import { Section } from '../section';
import { ArchiveProposal } from './archive-proposal';
import { KindCards } from './kind-cards';
import { RelocationProposal } from './relocation-proposal';
import { SwitchKindDialog } from './switch-kind-dialog';

/** 住房安全保障情况: one of six kinds. */
export function KindSection() {
  const { rules, record } = useRecognition();
  const { control, clearErrors, getValues, setValue } = useFormContext<RecognitionValues>();
  const { field, fieldState } = useController({ control, name: 'kind' });
  const [changing, setChanging] = useState(false);
  const error = fieldState.error?.message;
  const warned = useFieldWarnings({ path: 'kind' });
  const [asked, setAsked] = useState<SafeguardKind>();
  // Who comes from 修改保障方式 has said already that another kind is wanted.
  const isAskedFor = useOpenedWarning()?.kind === 'safeguardOverlap';
  const switchTo = (kind: SafeguardKind) => {
    for (const { path, value } of switchedKind(getValues(), kind, rules.forms).kept) setValue(path, value);
    field.onChange(kind);
    clearErrors('kind');
    setChanging(false);
    setAsked(undefined);
  };
  /** Leaving what is saved asks; what is only typed stays in the form beside the other kind. */
  const choose = (kind: SafeguardKind) => {
    const leavesSaved = record.safeguard?.kind === field.value && field.value !== kind;
    if (leavesSaved && !isAskedFor) setAsked(kind);
    else switchTo(kind);
  };
  const labelOf = (kind: SafeguardKind | '') => rules.forms.kinds.find((form) => form.kind === kind)?.label ?? '';
  const switched = asked && switchedKind(getValues(), asked, rules.forms);
  return (
    <Section data-step="safeguard" className="kind">
      <header>
        <h2 id="kind-heading">
          {t('住房安全保障情况')}
          <span aria-hidden="true" className="required">
            *
          </span>
        </h2>
        <ArchiveProposal kind={field.value} onAdopt={() => choose('renovation')} />
        <RelocationProposal kind={field.value} onAdopt={() => choose('povertyRelocation')} />
      </header>
      {asked && switched && (
        <SwitchKindDialog
          from={labelOf(field.value)}
          to={labelOf(asked)}
          kept={switched.kept.map(({ label }) => label)}
          dropped={switched.dropped.map(({ label }) => label)}
          onSwitch={() => switchTo(asked)}
          onClose={() => setAsked(undefined)}
        />
      )}
      <div className="body">
        <div
          id={fieldId('kind')}
          tabIndex={-1}
          role="radiogroup"
          aria-labelledby="kind-heading"
          aria-required="true"
          aria-invalid={error !== undefined}
          aria-describedby={noteId('kind')}
        >
          <KindCards
            kinds={rules.forms.kinds}
            chosen={field.value}
            collapsed={field.value !== '' && !changing}
            onChoose={choose}
            onChange={() => setChanging(true)}
          />
        </div>
        <div id={noteId('kind')}>
          {error && <p className="fault">{error}</p>}
          {warned.map((text) => (
            <p key={text} className="fault">
              {text}
            </p>
          ))}
        </div>
      </div>
    </Section>
  );
}
