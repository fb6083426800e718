import type { MemberRecord } from '@anju/domain/contracts';

/** Who it is: name, relation to the head, and whether the last list still carries the person. */
export function MemberName({ member }: { readonly member: MemberRecord }) {
  return (
    <>
      <b>{member.name}</b> <span className="muted">{member.isHead ? '户主' : (member.relationToHead ?? '')}</span>
      {member.vanishedAt !== null && <span className="muted small"> 名单已无</span>}
    </>
  );
}
