import { styled } from '@mui/material/styles';
import { useNotify } from 'ra-core';
import { useState } from 'react';
import { hasDuty, useCurrentUser } from '../auth/current-user';
import { download } from '../http/download';
import { sentenceOf } from '../http/problem';
import { Icon } from '../theme/icon';
import { colour, PHONE, size } from '../theme/tokens';

const Fetch = styled('button')({
  display: 'inline-flex',
  alignItems: 'center',
  gap: 4,
  border: 0,
  padding: 0,
  background: 'none',
  color: colour.primary,
  font: 'inherit',
  fontSize: 12,
  lineHeight: '18px',
  textAlign: 'left',
  cursor: 'pointer',
  '&:hover': { textDecoration: 'underline' },
  '&:disabled': { color: colour.ink3, cursor: 'default' },
  '& svg': { width: 13, height: 13 },
  [PHONE]: { minHeight: size.touch, fontSize: 13 },
});

interface CertificateLinkProps {
  readonly householdId: number;
  readonly template: string;
  readonly name: string;
}

/** Downloads a certificate as a Word document, prefilled from the household's saved record; only for those who see full numbers. */
export function CertificateLink({ householdId, template, name }: CertificateLinkProps) {
  const mayRead = hasDuty(useCurrentUser(), 'enter', 'reviewTownship', 'reviewCounty');
  const notify = useNotify();
  const [busy, setBusy] = useState(false);
  if (!mayRead) return null;
  const fetchDocument = async () => {
    setBusy(true);
    try {
      await download(`/registry/households/${householdId}/certificates/${template}`);
    } catch (error) {
      notify(sentenceOf(error), { type: 'error' });
    }
    setBusy(false);
  };
  return (
    <Fetch type="button" disabled={busy} title="按该户已保存的信息预填" onClick={() => void fetchDocument()}>
      <Icon name="file" />
      下载{name}
    </Fetch>
  );
}
