import { styled } from '@mui/material/styles';
import { useNotify } from 'ra-core';
import { useState } from 'react';
import type { RevealableField } from '@anju/domain';
import type { RevealAnswer } from '@anju/domain/contracts';
import { hasDuty, useCurrentUser } from '../auth/current-user';
import { sentenceOf } from '../http/problem';
import { request } from '../http/request';
import { t } from '../language/t';
import { colour } from '../theme/tokens';

const Reveal = styled('button')({
  border: 0,
  padding: 0,
  background: 'none',
  font: 'inherit',
  color: 'inherit',
  letterSpacing: '.2px',
  cursor: 'pointer',
  '&:hover, &:focus-visible': { color: colour.primary, textDecoration: 'underline' },
});

const FIELD_LABELS: Readonly<Record<RevealableField, string>> = { idNumber: t('身份证号'), phone: t('联系方式') };

interface MaskedValueProps {
  readonly householdId: number;
  readonly personName: string;
  readonly field: RevealableField;
  readonly value: string | null;
  /** The person whose value it is; the head when absent. */
  readonly memberId?: number;
}

/** A masked number; whoever may reveal it clicks it, and the server writes that down. */
export function MaskedValue({ householdId, personName, field, value, memberId }: MaskedValueProps) {
  const mayReveal = hasDuty(useCurrentUser(), 'revealIdentity');
  const notify = useNotify();
  const [revealed, setRevealed] = useState<string>();
  if (value === null || value === '') return <span className="muted">–</span>;
  if (!mayReveal || !value.includes('*') || revealed !== undefined) return <span>{revealed ?? value}</span>;

  const reveal = async () => {
    try {
      const body = { field, ...(memberId === undefined ? {} : { memberId }) };
      const { json } = await request<RevealAnswer>(`/registry/households/${householdId}/reveal`, {
        method: 'POST',
        body,
      });
      setRevealed(json.value ?? t('（未填写）'));
    } catch (error) {
      notify(sentenceOf(error), { type: 'error' });
    }
  };

  return (
    <Reveal
      type="button"
      title={t('点击显示全号，查看会记入操作日志')}
      aria-label={t('显示{personName}的{field}：{value}', { personName, field: FIELD_LABELS[field], value })}
      onClick={() => void reveal()}
    >
      {value}
    </Reveal>
  );
}
