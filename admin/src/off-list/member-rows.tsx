import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { styled } from '@mui/material/styles';
import { useId } from 'react';
import { CONTROL, LABEL, PHONE_CONTROL } from '../forms/field-frame';
import { TextField } from '../forms/text-field';
import { t } from '../language/t';
import { Icon } from '../theme/icon';
import { colour, PHONE, size } from '../theme/tokens';
import { emptyMember, type TypedMember } from './new-household';

const Row = styled('div')({
  display: 'grid',
  gridTemplateColumns: '1fr 1fr 1.8fr 1.3fr 80px 32px',
  gap: 10,
  alignItems: 'start',
  padding: '6px 0',
  '& > button': { marginTop: 20 },
  '& select': CONTROL,
  '& .gender label': LABEL,
  [PHONE]: {
    gridTemplateColumns: '1fr 1fr',
    borderBottom: `1px solid ${colour.line}`,
    '& select': PHONE_CONTROL,
    '& .gender label': { fontSize: 13 },
    '& > button': { width: size.touch, height: size.touch },
  },
});

interface MemberRowsProps {
  readonly members: readonly TypedMember[];
  readonly faults: Readonly<Record<string, string>>;
  readonly onChange: (members: readonly TypedMember[]) => void;
}

/** The persons of the household, the head first. */
export function MemberRows({ members, faults, onChange }: MemberRowsProps) {
  const change = (index: number, changed: Partial<TypedMember>) =>
    onChange(members.map((member, at) => (at === index ? { ...member, ...changed } : member)));
  const nextKey = Math.max(...members.map(({ key }) => key)) + 1;
  return (
    <>
      {members.map((member, index) => (
        <MemberRow
          key={member.key}
          member={member}
          index={index}
          faults={faults}
          onChange={(changed) => change(index, changed)}
          onRemove={() => onChange(members.filter((_member, at) => at !== index))}
        />
      ))}
      <Button sx={{ mt: 1 }} onClick={() => onChange([...members, emptyMember(nextKey)])}>
        <Icon name="plus" />
        {t('添加成员')}
      </Button>
    </>
  );
}

interface MemberRowProps {
  readonly member: TypedMember;
  readonly index: number;
  readonly faults: Readonly<Record<string, string>>;
  readonly onChange: (changed: Partial<TypedMember>) => void;
  readonly onRemove: () => void;
}

function MemberRow({ member, index, faults, onChange, onRemove }: MemberRowProps) {
  const genderId = useId();
  const isHead = index === 0;
  const who = isHead ? t('户主') : t('成员 {index}', { index });
  const text = (label: string, field: 'name' | 'relationToHead' | 'idNumber' | 'phone', maxLength: number) => (
    <TextField
      label={isHead && field === 'name' ? t('户主姓名') : label}
      value={member[field]}
      onChange={(value) => onChange({ [field]: value })}
      error={faults[`members.${index}.${field}`]}
      required={field === 'name'}
      maxLength={maxLength}
      autoComplete="off"
    />
  );
  return (
    <Row role="group" aria-label={who}>
      {text(t('姓名'), 'name', 50)}
      {isHead ? <HeadRelation /> : text(t('与户主关系'), 'relationToHead', 20)}
      {text(t('身份证号'), 'idNumber', 40)}
      {text(t('联系方式'), 'phone', 20)}
      <div className="gender">
        <label htmlFor={genderId}>{t('性别')}</label>
        <select id={genderId} value={member.gender} onChange={(event) => onChange({ gender: event.target.value })}>
          <option value="">{t('未填')}</option>
          <option value="男">{t('男')}</option>
          <option value="女">{t('女')}</option>
        </select>
      </div>
      {!isHead && (
        <IconButton aria-label={t('删除{who}', { who })} onClick={onRemove}>
          <Icon name="close" />
        </IconButton>
      )}
    </Row>
  );
}

const Relation = styled('p')({
  fontSize: 13,
  lineHeight: '32px',
  '& span': { display: 'block', fontSize: 12, lineHeight: '20px', color: colour.ink2 },
});

function HeadRelation() {
  return (
    <Relation>
      <span>{t('与户主关系')}</span>
      {t('户主本人')}
    </Relation>
  );
}
