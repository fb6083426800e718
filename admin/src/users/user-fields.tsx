import { styled } from '@mui/material/styles';
import { DayField } from '../forms/day-field';
import { TextField } from '../forms/text-field';
import { t } from '../language/t';
import { PHONE } from '../theme/tokens';
import { RoleSelect, useOnlyPlace, UserPlace } from './user-place';
import type { UserDraft } from './user-draft';

const Grid = styled('div')({
  display: 'grid',
  gridTemplateColumns: '1fr 1fr',
  gap: '10px 14px',
  [PHONE]: { gridTemplateColumns: 'minmax(0, 1fr)' },
});

interface UserFieldsProps {
  readonly draft: UserDraft;
  readonly faults: Readonly<Record<string, string>>;
  readonly isNew: boolean;
  readonly onChange: (draft: UserDraft) => void;
}

/** The data of a person: who, which role and where, how to reach them, and who answers for the review. */
export function UserFields({ draft, faults, isNew, onChange }: UserFieldsProps) {
  const onlyPlace = useOnlyPlace();
  const field = (name: keyof UserDraft) => ({
    value: draft[name],
    error: faults[name],
    onChange: (value: string) => onChange({ ...draft, [name]: value }),
  });
  return (
    <Grid>
      {isNew && (
        <TextField
          label={t('用户名')}
          required
          autoFocus
          maxLength={30}
          autoComplete="off"
          hint={t('小写字母、数字或 . _ -，3 至 30 位')}
          {...field('username')}
        />
      )}
      <TextField label={t('姓名')} required maxLength={50} autoComplete="off" {...field('name')} />
      <RoleSelect {...field('role')} onChange={(role) => onChange({ ...draft, role, regionCode: onlyPlace(role) })} />
      <UserPlace role={draft.role} {...field('regionCode')} />
      <TextField label={t('单位')} maxLength={100} {...field('unit')} />
      <TextField label={t('联系方式')} maxLength={30} {...field('phone')} />
      <TextField
        label={t('乡镇审核责任人')}
        maxLength={50}
        hint={t('录入时自动填入认定信息')}
        {...field('townshipReviewer')}
      />
      <TextField label={t('县级审核责任人')} maxLength={50} {...field('countyReviewer')} />
      <DayField label={t('有效期至')} hint={t('不填为长期有效')} {...field('validUntil')} />
    </Grid>
  );
}
