import type { ExtraField } from '@anju/domain/contracts';
import { t } from '../../language/t';
import { DateInput } from '../fields/date-input';
import { SelectInput } from '../fields/select-input';
import { TextInput } from '../fields/text-input';
import { useRecognition } from '../recognition-context';
import { FieldGrid, Section } from '../section';

const YES_NO = [
  { key: 'true', label: t('是') },
  { key: 'false', label: t('否') },
];

/** 其他字段: what was added to the household beside the product's own fields; absent where nothing was. */
export function ExtrasSection() {
  const { extras } = useRecognition().record;
  if (extras.length === 0) return null;
  return (
    <Section data-step="list" aria-labelledby="extras-heading">
      <header>
        <h2 id="extras-heading">{t('其他字段')}</h2>
      </header>
      <FieldGrid className="body">
        {extras.map((field) => (
          <ExtraInput key={field.name} field={field} />
        ))}
      </FieldGrid>
    </Section>
  );
}

function ExtraInput({ field: { name, label, type, required, choices, longest } }: { readonly field: ExtraField }) {
  const shared = { path: `extras.${name}`, label, required } as const;
  if (type === 'date') return <DateInput {...shared} />;
  if (type === 'yesNo') return <SelectInput {...shared} choices={YES_NO} />;
  if (type === 'choice') return <SelectInput {...shared} choices={choices.map((key) => ({ key, label: key }))} />;
  return <TextInput {...shared} wide={type === 'text' && longest > 255} />;
}
