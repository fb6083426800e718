import { styled } from '@mui/material/styles';
import { useState } from 'react';
import type { StoredFile } from '@anju/domain/contracts';
import { t } from '../language/t';
import { Icon } from '../theme/icon';
import { colour } from '../theme/tokens';
import { EvidenceViewer } from './evidence-viewer';
import { useOpenDocument } from './open-document';
import { useEvidenceUrl } from './use-ticket';

const Thumbs = styled('ul')({
  display: 'flex',
  flexWrap: 'wrap',
  gap: 8,
  '& button': {
    width: 92,
    height: 74,
    padding: 0,
    border: `1px solid ${colour.line2}`,
    borderRadius: 4,
    overflow: 'hidden',
    background: colour.sunken,
    color: colour.ink2,
    font: 'inherit',
    fontSize: 12,
    cursor: 'pointer',
    display: 'grid',
    placeItems: 'center',
  },
  '& img': { width: '100%', height: '100%', objectFit: 'cover', display: 'block' },
});

interface EvidenceThumbsProps {
  readonly label: string;
  readonly evidence: readonly StoredFile[];
}

/** Small pictures of the evidence; a click shows it large, a document opens beside the page. */
export function EvidenceThumbs({ label, evidence }: EvidenceThumbsProps) {
  const [shown, setShown] = useState<StoredFile>();
  const openDocument = useOpenDocument();
  const open = (row: StoredFile) => (isPicture(row) ? setShown(row) : void openDocument(row));
  return (
    <>
      <Thumbs>
        {evidence.map((row, index) => (
          <li key={row.id}>
            <button
              type="button"
              aria-label={t('{label} {index}：查看大图', { label, index: index + 1 })}
              onClick={() => open(row)}
            >
              {isPicture(row) ? <Thumb evidence={row} /> : <Document name={row.fileName} />}
            </button>
          </li>
        ))}
      </Thumbs>
      {shown && <EvidenceViewer evidence={shown} label={label} onClose={() => setShown(undefined)} />}
    </>
  );
}

function Thumb({ evidence }: { readonly evidence: StoredFile }) {
  const { data, error } = useEvidenceUrl(evidence, 'thumb');
  if (error) return <span>{t('没有加载出来')}</span>;
  return data ? <img src={data} alt="" /> : null;
}

function Document({ name }: { readonly name: string }) {
  return (
    <span className="truncate" style={{ maxWidth: 84 }}>
      <Icon name="file" /> {name}
    </span>
  );
}

function isPicture(row: StoredFile): boolean {
  return row.mimeType.startsWith('image/');
}
