import { parseRegisterDate } from '@anju/domain';
import { styled } from '@mui/material/styles';
import { TextField } from '../forms/text-field';
import { t } from '../language/t';
import { PHONE } from '../theme/tokens';

/** Who answers for the set, and when, as typed. */
export interface Persons {
  readonly entryPerson: string;
  readonly entryDate: string;
  readonly townshipReviewer: string;
  readonly townshipReviewDate: string;
  readonly countyReviewer: string;
  readonly countyReviewDate: string;
}

const FIELDS = [
  ['entryPerson', t('录入人'), true],
  ['entryDate', t('录入时间'), true],
  ['townshipReviewer', t('乡镇审核人'), true],
  ['townshipReviewDate', t('乡镇审核时间'), false],
  ['countyReviewer', t('县级主管部门审核人'), true],
  ['countyReviewDate', t('县级主管部门审核时间'), false],
] as const;

const Grid = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
  gap: '8px 12px',
  [PHONE]: { gridTemplateColumns: 'minmax(0, 1fr)' },
});

interface PersonsFieldsProps {
  readonly persons: Persons;
  readonly faults: Readonly<Record<string, string>>;
  readonly onChange: (changed: Partial<Persons>) => void;
}

/** The six fields of persons and dates. */
export function PersonsFields({ persons, faults, onChange }: PersonsFieldsProps) {
  return (
    <Grid>
      {FIELDS.map(([name, label, required]) => (
        <TextField
          key={name}
          label={label}
          value={persons[name]}
          required={required}
          error={faults[name]}
          maxLength={50}
          autoComplete="off"
          onChange={(value) => onChange({ [name]: value })}
          onLeave={() =>
            name.endsWith('Date') && onChange({ [name]: parseRegisterDate(persons[name]) ?? persons[name] })
          }
        />
      ))}
    </Grid>
  );
}
