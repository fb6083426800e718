import type { SafeguardKind } from '@anju/domain';
import { useState } from 'react';
import { useController, useFormContext } from 'react-hook-form';
import { fieldId, noteId } from '../fields/field-frame';
import type { RecognitionValues } from '../model/values';
import { useRecognition } from '../recognition-context';
import { Section } from '../section';
import { ArchiveProposal } from './archive-proposal';
import { KindCards } from './kind-cards';
import { RelocationProposal } from './relocation-proposal';

/** 住房安全保障情况: one of six kinds. */
export function KindSection() {
  const { rules } = useRecognition();
  const { control, clearErrors } = useFormContext<RecognitionValues>();
  const { field, fieldState } = useController({ control, name: 'kind' });
  const [changing, setChanging] = useState(false);
  const error = fieldState.error?.message;
  const choose = (kind: SafeguardKind) => {
    field.onChange(kind);
    clearErrors('kind');
    setChanging(false);
  };
  return (
    <Section data-step="safeguard" className="kind">
      <header>
        <h2 id="kind-heading">
          住房安全保障情况
          <span aria-hidden="true" className="required">
            *
          </span>
        </h2>
        <ArchiveProposal kind={field.value} onAdopt={() => choose('renovation')} />
        <RelocationProposal kind={field.value} onAdopt={() => choose('povertyRelocation')} />
      </header>
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
        <div id={noteId('kind')}>{error && <p className="fault">{error}</p>}</div>
      </div>
    </Section>
  );
}
