import { styled } from '@mui/material/styles';
import type { FormField } from '@anju/domain/contracts';
import { t } from '../../language/t';
import { DateInput } from '../fields/date-input';
import { TextInput } from '../fields/text-input';
import { ReusePersons } from './reuse-persons';
import { useRecognition } from '../recognition-context';
import { FieldGrid, Section } from '../section';
import { DESKTOP, PHONE } from '../../theme/tokens';

const Row = styled('div')({
  display: 'flex',
  gap: 16,
  alignItems: 'flex-start',
  padding: '9px 14px 11px',
  '& h2': { fontSize: 14, lineHeight: '20px', width: 64, flex: 'none', paddingTop: 11 },
  '& h2 span': { display: 'inline-block' },
  '& > div': { flex: 1, gap: 8 },
  [DESKTOP]: { '& > div': { gridTemplateColumns: 'repeat(auto-fill, minmax(124px, 1fr))' } },
  [PHONE]: { display: 'block', padding: '8px 12px 12px', '& h2': { width: 'auto', padding: '0 0 6px' } },
});

/** 录入与审核人员: who entered the household and who answers for it, with the dates. */
export function PersonsSection() {
  const { rules } = useRecognition();
  return (
    <Section data-step="persons" aria-labelledby="persons-heading">
      <Row>
        <h2 id="persons-heading">
          <span>{t('录入与')}</span>
          <span>{t('审核人员')}</span>
          <ReusePersons />
        </h2>
        <FieldGrid>
          {rules.forms.common.map((field) => (
            <PersonField key={field.name} field={field} />
          ))}
        </FieldGrid>
      </Row>
    </Section>
  );
}

function PersonField({ field }: { readonly field: FormField }) {
  const shared = {
    path: `common.${field.name}`,
    label: field.label,
    required: field.required,
    help: field.help,
  } as const;
  if (field.type !== 'date') return <TextInput {...shared} />;
  return <DateInput {...shared} placeholder={field.required ? undefined : t('由审核填入')} />;
}
