import { styled } from '@mui/material/styles';
import type { MemberRecord } from '@anju/domain/contracts';
import { t } from '../../language/t';
import { colour } from '../../theme/tokens';
import { MemberRow } from './member-row';

const Scroller = styled('div')({
  overflow: 'auto hidden',
  '& table': {
    width: '100%',
    minWidth: 860,
    borderCollapse: 'separate',
    borderSpacing: 0,
    fontSize: 13,
    lineHeight: '20px',
    tableLayout: 'fixed',
  },
  '& thead th': {
    padding: '4px 14px',
    fontSize: 12,
    lineHeight: '18px',
    color: colour.ink2,
    background: colour.sunken,
    textAlign: 'left',
    whiteSpace: 'nowrap',
    borderBottom: `1px solid ${colour.line2}`,
  },
  '& tbody th, & tbody td': {
    height: 34,
    padding: '0 14px',
    borderBottom: `1px solid ${colour.line}`,
    textAlign: 'left',
    whiteSpace: 'nowrap',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
  },
  '& tbody th': { fontWeight: 400 },
  '& tbody td.input': { padding: '2px 12px 2px 3px', overflow: 'visible' },
  '& td.number': { letterSpacing: 0.2 },
  '& tbody tr:last-of-type > *': { borderBottom: 0 },
  '& tr.marked > *': { borderBottom: 0, background: '#FFFBFB' },
  '& tr.explanation > td': { height: 'auto', padding: '0 14px 8px', background: '#FFFBFB', whiteSpace: 'normal' },
  '& .fault': { color: colour.warning, fontSize: 12, lineHeight: '18px', paddingTop: 2 },
});

/** The members as a table: list values, verdict, corrections. */
export function MemberTable({ members }: { readonly members: readonly MemberRecord[] }) {
  return (
    <Scroller>
      <table aria-label={t('家庭成员')}>
        <colgroup>
          <col style={{ width: 126 }} />
          <col style={{ width: 184 }} />
          <col style={{ width: 150 }} />
          <col />
          <col style={{ width: 126 }} />
          <col style={{ width: 142 }} />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">{t('家庭成员')}</th>
            <th scope="col">{t('身份证号（名单）')}</th>
            <th scope="col">{t('检查结果')}</th>
            <th scope="col">{t('身份证号（更正）')}</th>
            <th scope="col">{t('联系方式（名单）')}</th>
            <th scope="col">{t('联系方式（更正）')}</th>
          </tr>
        </thead>
        <tbody>
          {members.map((member) => (
            <MemberRow key={member.id} member={member} />
          ))}
        </tbody>
      </table>
    </Scroller>
  );
}
