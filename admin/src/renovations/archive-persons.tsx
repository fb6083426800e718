import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { styled } from '@mui/material/styles';
import { TextField } from '../forms/text-field';
import { t } from '../language/t';
import { Card } from '../layout/card';
import { Icon } from '../theme/icon';
import { PHONE, size } from '../theme/tokens';
import { NOBODY, type TypedPerson } from './typed-persons';

const Row = styled('div')({
  display: 'grid',
  gridTemplateColumns: '1fr 1fr 1.8fr 32px',
  gap: 10,
  alignItems: 'start',
  maxWidth: 760,
  padding: '4px 0',
  '& > button': { marginTop: 20 },
  [PHONE]: { gridTemplateColumns: '1fr 1fr', '& > button': { width: size.touch, height: size.touch } },
});

interface ArchivePersonsProps {
  readonly persons: readonly TypedPerson[];
  readonly faults: Readonly<Record<string, string>>;
  readonly onChange: (persons: readonly TypedPerson[]) => void;
}

const FIELDS = [
  ['name', t('姓名'), 50],
  ['relationToHead', t('与户主关系'), 20],
  ['idNumber', t('身份证号'), 40],
] as const;

/** 家庭成员 of an archive: added, corrected and taken out row by row. */
export function ArchivePersons({ persons, faults, onChange }: ArchivePersonsProps) {
  return (
    <Card aria-label={t('家庭成员')}>
      <header>
        <h2>{t('家庭成员')}</h2>
        <span className="muted small">{t('{count} 人', { count: persons.length })}</span>
      </header>
      <div className="body">
        {persons.map((person, index) => (
          <Row key={index} role="group" aria-label={t('成员 {index}', { index: index + 1 })}>
            {FIELDS.map(([field, label, maxLength]) => (
              <TextField
                key={field}
                label={label}
                value={person[field]}
                required={field === 'name'}
                error={faults[`members.${index}.${field}`]}
                maxLength={maxLength}
                autoComplete="off"
                onChange={(value) =>
                  onChange(persons.map((one, at) => (at === index ? { ...one, [field]: value } : one)))
                }
              />
            ))}
            <IconButton
              aria-label={t('删除成员 {index}', { index: index + 1 })}
              onClick={() => onChange(persons.filter((_one, at) => at !== index))}
            >
              <Icon name="close" />
            </IconButton>
          </Row>
        ))}
        <Button onClick={() => onChange([...persons, NOBODY])}>
          <Icon name="plus" />
          {t('添加成员')}
        </Button>
      </div>
    </Card>
  );
}
