import type { MemberRecord } from '@anju/domain/contracts';
import { t } from '../../language/t';

/** Who it is: name, relation to the head, and whether the last list still carries the person. */
export function MemberName({ member }: { readonly member: MemberRecord }) {
  return (
    <>
      <b>{member.name}</b> <span className="muted">{member.isHead ? t('户主') : (member.relationToHead ?? '')}</span>
      {member.vanishedAt !== null && <span className="muted small"> {t('名单已无')}</span>}
    </>
  );
}
