import { isFieldAsked } from '@anju/domain';
import { styled } from '@mui/material/styles';
import type { KindForm } from '@anju/domain/contracts';
import { useFormContext, useWatch } from 'react-hook-form';
import type { RecognitionValues } from '../model/values';
import { useRecognition } from '../recognition-context';
import { FieldGrid, Section } from '../section';
import { colour } from '../../theme/tokens';
import { KindField } from './kind-field';

const Guide = styled('p')({ fontSize: 12, lineHeight: '18px', color: colour.ink2, marginBottom: 8 });
const Edge = styled('i')({
  display: 'inline-block',
  width: 3,
  height: 12,
  background: '#9DBBE2',
  marginRight: 6,
  verticalAlign: -2,
  borderRadius: 1,
});

/** The fields of the chosen kind, as the server's form definition lists them. */
export function KindFieldsSection() {
  const { control } = useFormContext<RecognitionValues>();
  const { rules } = useRecognition();
  const kind = useWatch({ control, name: 'kind' });
  const form = rules.forms.kinds.find((entry) => entry.kind === kind);
  return form ? <KindFields key={form.kind} form={form} /> : null;
}

function KindFields({ form }: { readonly form: KindForm }) {
  const { control } = useFormContext<RecognitionValues>();
  const { rules, record } = useRecognition();
  const typed = useWatch({ control, name: `kinds.${form.kind}` });
  const shown = form.fields.filter(
    (field) => field.type !== 'tick' && isFieldAsked(field, form.fields, typed, rules.options),
  );
  const archive = form.kind === 'renovation' && !record.safeguard ? record.renovation : null;
  return (
    <Section data-step="safeguard" className="fields" aria-labelledby="kind-fields-heading">
      <header>
        <h2 id="kind-fields-heading">{form.label}</h2>
        {archive && (
          <span className="muted small">
            <Edge />
            来自危改档案{archive.archiveNumber && ` ${archive.archiveNumber}`}，可修改
          </span>
        )}
      </header>
      <div className="body">
        {form.guide && <Guide>{form.guide}</Guide>}
        <FieldGrid>
          {shown.map((field) => (
            <KindField key={field.name} field={field} form={form} typed={typed} isProposed={archive !== null} />
          ))}
        </FieldGrid>
      </div>
    </Section>
  );
}
