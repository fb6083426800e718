import { styled } from '@mui/material/styles';
import type { RevealableField } from '@anju/domain';
import type { HouseholdRecord, MemberRecord } from '@anju/domain/contracts';
import { MaskedValue } from '../households/masked-value';
import { Card } from '../layout/card';
import { colour } from '../theme/tokens';

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
});

/** The persons of the household with their numbers, from the list and corrected. */
export function MembersCard({ record }: { readonly record: HouseholdRecord }) {
  return (
    <Card>
      <header>
        <h2>家庭成员</h2>
        <span className="muted small">{record.members.length} 人</span>
        {record.masked && <span className="muted small">号码已脱敏</span>}
      </header>
      <Scroll tabIndex={0} role="region" aria-label="家庭成员表格">
        <table>
          <thead>
            <tr>
              {[
                '姓名',
                '与户主关系',
                '性别',
                '民族',
                '身份证号（名单）',
                '身份证号（更正）',
                '联系方式（名单）',
                '联系方式（更正）',
              ].map((head) => (
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
      <td>
        <b>{member.name}</b>
        {member.vanishedAt && <span className="muted small"> 名单中已没有</span>}
      </td>
      <td>{member.isHead ? '户主' : (member.relationToHead ?? '–')}</td>
      <td>{member.gender ?? '–'}</td>
      <td>{member.ethnicity ?? '–'}</td>
      <td>{number('idNumber', member.registryIdNumber, member.correctedIdNumber === null)}</td>
      <td>{number('idNumber', member.correctedIdNumber, member.correctedIdNumber !== null)}</td>
      <td>{number('phone', member.registryPhone, member.correctedPhone === null)}</td>
      <td>{number('phone', member.correctedPhone, member.correctedPhone !== null)}</td>
    </tr>
  );
}
