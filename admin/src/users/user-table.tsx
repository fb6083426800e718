import { styled } from '@mui/material/styles';
import type { UserRow } from '@anju/domain/contracts';
import { t } from '../language/t';
import { colour } from '../theme/tokens';
import { countText, dateTimeText } from '../vocabulary/numbers';
import { UserActions } from './user-actions';
import type { UserHandlers } from './user-handlers';
import { UserState } from './user-state';
import { useUserPlaces } from './use-user-places';
import { placeText, reviewersText, shareText } from './user-texts';

const Scroll = styled('div')({
  flex: 1,
  minHeight: 0,
  minWidth: 0,
  overflow: 'auto',
  '& table': { width: '100%', minWidth: 1240, borderCollapse: 'separate', borderSpacing: 0, fontSize: 13 },
  '& th': {
    position: 'sticky',
    top: 0,
    zIndex: 2,
    padding: '6px 9px',
    fontSize: 12,
    lineHeight: '18px',
    textAlign: 'left',
    color: colour.ink2,
    background: colour.sunken,
    borderBottom: `1px solid ${colour.line2}`,
    whiteSpace: 'nowrap',
  },
  '& td': { height: 40, padding: '2px 9px', borderBottom: `1px solid ${colour.line}`, lineHeight: '18px' },
  '& th.num, & td.num': { textAlign: 'right' },
  '& th:first-of-type, & td:first-of-type': { paddingLeft: 16 },
  '& tbody tr:hover td': { background: colour.hover },
  '& .name': { fontWeight: 600, whiteSpace: 'nowrap' },
  '& .sub': { display: 'block', fontSize: 12, fontWeight: 400, color: colour.ink3 },
  '& .nowrap': { whiteSpace: 'nowrap' },
  '& th:last-of-type, & td:last-of-type': {
    position: 'sticky',
    right: 0,
    background: colour.surface,
    borderLeft: `1px solid ${colour.line2}`,
    whiteSpace: 'nowrap',
  },
  '& th:last-of-type': { zIndex: 3, background: colour.sunken },
  '@media print': {
    overflow: 'visible',
    '& table': { minWidth: 0, fontSize: 10 },
    '& th, & td': { position: 'static', padding: '2px 4px', whiteSpace: 'normal', fontSize: 10 },
  },
});

const HEADS = [
  t('序号'),
  t('姓名'),
  t('角色'),
  t('行政区划'),
  t('单位和联系方式'),
  t('审核责任人'),
  t('状态'),
  t('有效期'),
];
const COUNTS = [t('已录入户数'), t('今日'), t('退回率')];

interface UserTableProps extends UserHandlers {
  readonly rows: readonly UserRow[];
  /** The first row's number in the whole list. */
  readonly from: number;
}

/** The ledger as a table; the actions stay at the right edge. */
export function UserTable({ rows, from, ...handlers }: UserTableProps) {
  const placeOf = useUserPlaces(rows);
  return (
    <Scroll tabIndex={0} role="region" aria-label={t('台账表格')}>
      <table>
        <thead>
          <tr>
            {HEADS.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
            {COUNTS.map((head) => (
              <th key={head} scope="col" className="num">
                {head}
              </th>
            ))}
            <th scope="col">{t('最后录入')}</th>
            <th scope="col">{t('最近登录')}</th>
            <th scope="col" className="no-print">
              {t('操作')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((user, index) => (
            <UserTableRow key={user.id} user={user} place={placeOf(user)} number={from + index} {...handlers} />
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

interface UserTableRowProps extends UserHandlers {
  readonly user: UserRow;
  readonly place: string;
  readonly number: number;
}

function UserTableRow({ user, place, number, ...handlers }: UserTableRowProps) {
  return (
    <tr>
      <td>{number}</td>
      <td className="name">
        {user.name}
        <span className="sub">{user.username}</span>
      </td>
      <td className="nowrap">{user.roleLabel}</td>
      <td>{placeText(place, user)}</td>
      <td>
        {user.unit ?? '–'}
        {user.phone && <span className="sub">{user.phone}</span>}
      </td>
      <td>{reviewersText(user)}</td>
      <td>
        <UserState status={user.status} />
      </td>
      <td className="nowrap">{user.validUntil ?? t('长期')}</td>
      <td className="num">{countText(user.entered)}</td>
      <td className="num">{countText(user.enteredToday)}</td>
      <td className="num">{shareText(user.returnedShare)}</td>
      <td className="nowrap">{user.lastEntryAt ? dateTimeText(user.lastEntryAt) : '–'}</td>
      <td className="nowrap">{user.lastSignIn ? dateTimeText(user.lastSignIn) : t('未登录')}</td>
      <td className="no-print">
        <UserActions user={user} {...handlers} />
      </td>
    </tr>
  );
}
