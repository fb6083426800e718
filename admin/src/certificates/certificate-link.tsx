import { styled } from '@mui/material/styles';
import { useNotify } from 'ra-core';
import { useState, type ReactNode } from 'react';
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
  /** The door of the document. */
  readonly path: string;
  readonly title: string;
  readonly children: ReactNode;
}

/** Downloads a certificate as a Word document. */
export function CertificateLink({ path, title, children }: CertificateLinkProps) {
  const notify = useNotify();
  const [busy, setBusy] = useState(false);
  const fetchDocument = async () => {
    setBusy(true);
    try {
      await download(path);
    } catch (error) {
      notify(sentenceOf(error), { type: 'error' });
    }
    setBusy(false);
  };
  return (
    <Fetch type="button" disabled={busy} title={title} onClick={() => void fetchDocument()}>
      <Icon name="file" />
      {children}
    </Fetch>
  );
}
