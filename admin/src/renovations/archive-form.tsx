import { subsidyOfParts, SUBSIDY_PARTS, isFieldAsked } from '@anju/domain';
import type { FormDefinition, FormField } from '@anju/domain/contracts';
import { styled } from '@mui/material/styles';
import { useCurrentUser } from '../auth/current-user';
import { t } from '../language/t';
import { Card } from '../layout/card';
import { moneyOf, moneyText } from '../recognition/model/field-text';
import { RegionCascader } from '../regions/region-cascader';
import { colour, PHONE } from '../theme/tokens';
import { useOptions } from '../vocabulary/use-options';
import { ArchiveField } from './archive-field';
import { archiveSections, type TypedArchive } from './archive-fields';

const Grid = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'repeat(auto-fill, minmax(180px, 1fr))',
  gap: '8px 12px',
  alignItems: 'start',
  '& .place': { gridColumn: 'span 2', minWidth: 0, fontSize: 13 },
  '& .place > .title': { display: 'block', fontSize: 12, lineHeight: '18px', color: colour.ink2, marginBottom: 2 },
  '& .place .required': { color: colour.warning, fontWeight: 600, marginLeft: 2 },
  '& .fault': { fontSize: 12, lineHeight: '18px', color: colour.warning },
  [PHONE]: { gridTemplateColumns: 'repeat(2, minmax(0, 1fr))' },
});

interface ArchiveFormProps {
  readonly forms: FormDefinition;
  readonly typed: TypedArchive;
  readonly faults: Readonly<Record<string, string>>;
  readonly onChange: (typed: TypedArchive) => void;
}

/** The fields of an archive by section; the sum of the subsidies is made of its parts as soon as one is given. */
export function ArchiveForm({ forms, typed, faults, onChange }: ArchiveFormProps) {
  const root = useCurrentUser()?.regionCode ?? '';
  const modes = useOptions('renovationMode');
  const sum = sumOf(typed);
  const sections = archiveSections(forms);
  const all = sections.flatMap((section) => section.fields);
  const isShown = (field: FormField) => field.noteOf === undefined || isFieldAsked(field, all, typed, modes);
  return (
    <>
      {sections.map((section, index) => (
        <Card key={section.title} aria-label={section.title}>
          <header>
            <h2>{section.title}</h2>
          </header>
          <Grid className="body">
            {index === 0 && (
              <div className="place">
                <span className="title">
                  {t('所在乡镇或村')}
                  <span aria-hidden="true" className="required">
                    *
                  </span>
                </span>
                <RegionCascader
                  label={t('所在地')}
                  root={root}
                  value={typeof typed.regionCode === 'string' ? typed.regionCode : ''}
                  onChange={(regionCode) => onChange({ ...typed, regionCode })}
                  choosesPlace
                />
                {faults.regionCode && (
                  <p className="fault" role="alert">
                    {faults.regionCode}
                  </p>
                )}
              </div>
            )}
            {section.fields.filter(isShown).map((field) => (
              <ArchiveField
                key={field.name}
                field={field}
                value={typed[field.name] ?? ''}
                error={faults[field.name]}
                computed={field.name === 'subsidyTotal' ? sum : undefined}
                onChange={(value) => onChange({ ...typed, [field.name]: value })}
              />
            ))}
          </Grid>
        </Card>
      ))}
    </>
  );
}

function sumOf(typed: TypedArchive): string | undefined {
  const parts = SUBSIDY_PARTS.map((part) => {
    const text = typed[part];
    return [part, typeof text === 'string' && text.trim() !== '' ? moneyOf(text) : null] as const;
  });
  const sum = subsidyOfParts(Object.fromEntries(parts));
  return sum === null || Number.isNaN(sum) ? undefined : moneyText(sum);
}
