import { styled } from '@mui/material/styles';
import type { RevealableField } from '@anju/domain';
import type { HouseholdRecord, MemberRecord } from '@anju/domain/contracts';
import { MaskedValue } from '../households/masked-value';
import { t } from '../language/t';
import { Card } from '../layout/card';
import { colour, PHONE } from '../theme/tokens';

const Scroll = styled('div')({
  overflow: 'auto',
  '& table': { width: '100%', borderCollapse: 'separate', borderSpacing: 0, fontSize: 13 },
  '& th': {
    padding: '7px 10px',
    fontSize: 12,
    lineHeight: '18px',
    textAlign: 'left',
    color: colour.ink2,
    background: colour.sunken,
    borderBottom: `1px solid ${colour.line2}`,
    whiteSpace: 'nowrap',
  },
  '& td': { height: 35, padding: '0 10px', borderBottom: `1px solid ${colour.line}`, whiteSpace: 'nowrap' },
  '& tr:last-of-type td': { borderBottom: 0 },
  '& th:first-of-type, & td:first-of-type': { paddingLeft: 16 },
  [PHONE]: {
    '& thead': { position: 'absolute', clipPath: 'inset(50%)', width: 1, height: 1, overflow: 'hidden' },
    '& table, & tbody': { display: 'block' },
    '& tr': {
      display: 'grid',
      gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
      gap: '6px 12px',
      padding: '10px 12px',
      borderBottom: `1px solid ${colour.line}`,
    },
    '& td, & td:first-of-type': { display: 'block', height: 'auto', padding: 0, border: 0, whiteSpace: 'normal' },
    '& td::before': {
      content: 'attr(data-label)',
      display: 'block',
      fontSize: 12,
      lineHeight: '16px',
      color: colour.ink3,
    },
  },
});

const HEADS = {
  name: t('姓名'),
  relation: t('与户主关系'),
  gender: t('性别'),
  ethnicity: t('民族'),
  listedNumber: t('身份证号（名单）'),
  correctedNumber: t('身份证号（更正）'),
  listedPhone: t('联系方式（名单）'),
  correctedPhone: t('联系方式（更正）'),
} as const;

/** The persons of the household with their numbers, from the list and corrected. */
export function MembersCard({ record }: { readonly record: HouseholdRecord }) {
  return (
    <Card>
      <header>
        <h2>{t('家庭成员')}</h2>
        <span className="muted small">{t('{count} 人', { count: record.members.length })}</span>
        {record.masked && <span className="muted small">{t('号码已脱敏')}</span>}
      </header>
      <Scroll tabIndex={0} role="region" aria-label={t('家庭成员表格')}>
        <table>
          <thead>
            <tr>
              {Object.values(HEADS).map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {record.members.map((member) => (
              <Member key={member.id} member={member} householdId={record.id} />
            ))}
          </tbody>
        </table>
      </Scroll>
    </Card>
  );
}

function Member({ member, householdId }: { readonly member: MemberRecord; readonly householdId: number }) {
  // The value in force is what a reveal shows: the correction where there is one, else the list's.
  const number = (field: RevealableField, value: string | null, inForce: boolean) =>
    inForce ? (
      <MaskedValue
        householdId={householdId}
        memberId={member.id}
        personName={member.name}
        field={field}
        value={value}
      />
    ) : (
      (value ?? <span className="muted">–</span>)
    );
  return (
    <tr>
      <td data-label={HEADS.name}>
        <b>{member.name}</b>
        {member.vanishedAt && <span className="muted small"> {t('名单中已没有')}</span>}
      </td>
      <td data-label={HEADS.relation}>{member.isHead ? t('户主') : (member.relationToHead ?? '–')}</td>
      <td data-label={HEADS.gender}>{member.gender ?? '–'}</td>
      <td data-label={HEADS.ethnicity}>{member.ethnicity ?? '–'}</td>
      <td data-label={HEADS.listedNumber}>
        {number('idNumber', member.registryIdNumber, member.correctedIdNumber === null)}
      </td>
      <td data-label={HEADS.correctedNumber}>
        {number('idNumber', member.correctedIdNumber, member.correctedIdNumber !== null)}
      </td>
      <td data-label={HEADS.listedPhone}>{number('phone', member.registryPhone, member.correctedPhone === null)}</td>
      <td data-label={HEADS.correctedPhone}>
        {number('phone', member.correctedPhone, member.correctedPhone !== null)}
      </td>
    </tr>
  );
}
