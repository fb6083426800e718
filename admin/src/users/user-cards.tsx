import { styled } from '@mui/material/styles';
import type { UserRow } from '@anju/domain/contracts';
import { t } from '../language/t';
import { colour } from '../theme/tokens';
import { countText, dateTimeText } from '../vocabulary/numbers';
import { UserActions } from './user-actions';
import type { UserHandlers } from './user-handlers';
import { UserState } from './user-state';
import { useUserPlaces } from './use-user-places';
import { placeText, shareText } from './user-texts';

const Cards = styled('ul')({
  '& li': { display: 'grid', gap: 4, padding: '10px 12px', borderBottom: `1px solid ${colour.line}`, fontSize: 13 },
  '& .head': { display: 'flex', alignItems: 'center', gap: 8 },
  '& .head > :last-of-type': { marginLeft: 'auto' },
  '& .name': { fontSize: 16, fontWeight: 600 },
});

/** The ledger on a phone: who, where, what is done, and what may be done. */
export function UserCards({ rows, ...handlers }: UserHandlers & { readonly rows: readonly UserRow[] }) {
  const placeOf = useUserPlaces(rows);
  return (
    <Cards>
      {rows.map((user) => (
        <li key={user.id}>
          <div className="head">
            <span className="name">{user.name}</span>
            <span className="muted">{user.username}</span>
            <UserState status={user.status} />
          </div>
          <div>
            {user.roleLabel}·{placeText(placeOf(user), user)}
          </div>
          <div className="muted">
            {t('已录入 {entered} 户，今日 {enteredToday} 户，退回率 {returnedShare}', {
              entered: countText(user.entered),
              enteredToday: countText(user.enteredToday),
              returnedShare: shareText(user.returnedShare),
            })}
          </div>
          <div className="muted">
            {t('最近登录 {lastSignIn}', { lastSignIn: user.lastSignIn ? dateTimeText(user.lastSignIn) : t('未登录') })}
          </div>
          <UserActions user={user} {...handlers} />
        </li>
      ))}
    </Cards>
  );
}
