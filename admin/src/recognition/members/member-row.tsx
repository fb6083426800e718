import type { MemberRecord } from '@anju/domain/contracts';
import { t } from '../../language/t';
import { noteId } from '../fields/field-frame';
import { MemberName } from './member-name';
import { Proposal } from './proposal';
import { QuietInput } from './quiet-input';
import { useFieldWarnings } from '../use-field-warnings';
import { useReturnReasons } from '../use-return-reasons';
import { useMember } from './use-member';
import { Verdict } from './verdict';

/** A person of the household in the table: what the list says, the verdict, and what is corrected. */
export function MemberRow({ member }: { readonly member: MemberRecord }) {
  const state = useMember(member);
  const { numberPath, phonePath, proposal, faults } = state;
  const returned = useReturnReasons(numberPath).map((text) => t('退回：{text}', { text }));
  const warned = useFieldWarnings({ path: numberPath });
  const isExplained = proposal !== undefined || faults.length + returned.length + warned.length > 0;
  return (
    <>
      <tr className={isExplained ? 'marked' : undefined}>
        <th scope="row">
          <MemberName member={member} />
        </th>
        <td className="number">{member.registryIdNumber ?? <span className="muted">–</span>}</td>
        <td>
          <Verdict state={state.state} />
        </td>
        <td className="input">
          <QuietInput
            path={numberPath}
            label={t('{name} 身份证号（更正）', { name: member.name })}
            placeholder={member.registryIdNumber ? t('与名单一致') : t('未填写')}
            length={18}
          />
        </td>
        <td className="muted">{member.registryPhone ?? '–'}</td>
        <td className="input">
          <QuietInput
            path={phonePath}
            label={t('{name} 联系方式（更正）', { name: member.name })}
            placeholder={member.registryPhone ? t('无变化') : t('未填写')}
            inputMode="tel"
          />
        </td>
      </tr>
      {isExplained && (
        <tr className="explanation">
          <td colSpan={6}>
            <Proposal member={state} name={member.name} />
            <Faults faults={[...faults, ...returned, ...warned]} id={noteId(numberPath)} />
          </td>
        </tr>
      )}
    </>
  );
}

/** What is wrong with a correction, in a sentence under it. */
export function Faults({ faults, id }: { readonly faults: readonly string[]; readonly id: string }) {
  return (
    <div id={id}>
      {faults.map((fault) => (
        <p key={fault} className="fault">
          {fault}
        </p>
      ))}
    </div>
  );
}
