import { styled } from '@mui/material/styles';
import type { MemberRecord } from '@anju/domain/contracts';
import { t } from '../../language/t';
import { fieldId, noteId } from '../fields/field-frame';
import { colour } from '../../theme/tokens';
import { MemberName } from './member-name';
import { Faults } from './member-row';
import { Proposal } from './proposal';
import { QuietInput } from './quiet-input';
import { useFieldWarnings } from '../use-field-warnings';
import { useReturnReasons } from '../use-return-reasons';
import { useMember } from './use-member';
import { Verdict } from './verdict';

const Card = styled('li')({
  display: 'grid',
  gap: 6,
  padding: '10px 12px',
  borderTop: `1px solid ${colour.line}`,
  '&:first-of-type': { borderTop: 0 },
  '& .line': { display: 'flex', justifyContent: 'space-between', gap: 8, alignItems: 'center', flexWrap: 'wrap' },
  '& .name': { fontSize: 16 },
  '& .number': { letterSpacing: 0.2, fontSize: 15 },
  '& label': { display: 'block', fontSize: 13, color: colour.ink2 },
  '& .fault': { color: colour.warning, fontSize: 12, lineHeight: '18px' },
});

/** A person of the household on a phone. */
export function MemberCard({ member }: { readonly member: MemberRecord }) {
  const state = useMember(member);
  const { numberPath, phonePath } = state;
  const returned = useReturnReasons(numberPath).map((text) => t('退回：{text}', { text }));
  const warned = useFieldWarnings({ path: numberPath });
  return (
    <Card>
      <div className="line">
        <span className="name">
          <MemberName member={member} />
        </span>
        <Verdict state={state.state} />
      </div>
      <div className="line">
        <span className="number">{member.registryIdNumber ?? t('名单没有身份证号')}</span>
        <span className="muted">{member.registryPhone ?? t('名单没有联系方式')}</span>
      </div>
      <Proposal member={state} name={member.name} />
      <div>
        <label htmlFor={fieldId(numberPath)}>{t('身份证号（更正）')}</label>
        <QuietInput
          path={numberPath}
          label={t('{name} 身份证号（更正）', { name: member.name })}
          placeholder={member.registryIdNumber ? t('与名单一致') : t('未填写')}
          length={18}
        />
      </div>
      <div>
        <label htmlFor={fieldId(phonePath)}>{t('联系方式（更正）')}</label>
        <QuietInput
          path={phonePath}
          label={t('{name} 联系方式（更正）', { name: member.name })}
          placeholder={member.registryPhone ? t('无变化') : t('未填写')}
          inputMode="tel"
        />
      </div>
      <Faults faults={[...state.faults, ...returned, ...warned]} id={noteId(numberPath)} />
    </Card>
  );
}
