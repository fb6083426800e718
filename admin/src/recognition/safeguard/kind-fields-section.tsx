import { isFieldAsked } from '@anju/domain';
import { styled } from '@mui/material/styles';
import type { KindForm, RelocationEntryRow } from '@anju/domain/contracts';
import { useFormContext, useWatch } from 'react-hook-form';
import { t } from '../../language/t';
import type { RecognitionValues } from '../model/values';
import { useRecognition } from '../recognition-context';
import { FieldGrid, Section } from '../section';
import { colour } from '../../theme/tokens';
import { RelocationFacts } from '../../record/relocation-facts';
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
  const { rules, record, opened } = useRecognition();
  const typed = useWatch({ control, name: `kinds.${form.kind}` });
  const shown = form.fields.filter(
    (field) => field.type !== 'tick' && isFieldAsked(field, form.fields, typed, rules.options),
  );
  const archive = form.kind === 'renovation' && !record.safeguard ? record.renovation : null;
  const entry = form.kind === 'povertyRelocation' ? record.relocationEntry : null;
  const proposal = archive
    ? ({ source: 'archive', values: opened.kinds.renovation ?? {} } as const)
    : entry && ({ source: 'list', values: datesOf(entry) } as const);
  return (
    <Section data-step="safeguard" className="fields" aria-labelledby="kind-fields-heading">
      <header>
        <h2 id="kind-fields-heading">{form.label}</h2>
        {archive && (
          <span className="muted small">
            <Edge />
            {t('来自危改档案{archiveNumber}，可修改', {
              archiveNumber: archive.archiveNumber && ` ${archive.archiveNumber}`,
            })}
          </span>
        )}
        {entry && (
          <span className="muted small">
            <Edge />
            {t('名单中的时间仅供核对，以项目主管部门确认的为准')}
          </span>
        )}
      </header>
      <div className="body">
        {form.guide && <Guide>{form.guide}</Guide>}
        {entry && <RelocationFacts entry={entry} />}
        <FieldGrid>
          {shown.map((field) => (
            <KindField key={field.name} field={field} form={form} typed={typed} proposal={proposal} />
          ))}
        </FieldGrid>
      </div>
    </Section>
  );
}

/** The list's dates propose, recognised or not; nothing that stands in the form is overwritten. */
function datesOf({ startDate, completionDate, moveInDate }: RelocationEntryRow): Readonly<Record<string, string>> {
  return { startDate: startDate ?? '', completionDate: completionDate ?? '', moveInDate: moveInDate ?? '' };
}
