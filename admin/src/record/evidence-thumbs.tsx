import { styled } from '@mui/material/styles';
import { useNotify } from 'ra-core';
import { useState } from 'react';
import type { EvidenceRow } from '@anju/domain/contracts';
import { sentenceOf } from '../http/problem';
import { Icon } from '../theme/icon';
import { colour } from '../theme/tokens';
import { EvidenceViewer } from './evidence-viewer';
import { evidenceUrl, useEvidenceUrl } from './use-ticket';

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
  readonly evidence: readonly EvidenceRow[];
}

/** Small pictures of the evidence; a click shows it large, a document opens beside the page. */
export function EvidenceThumbs({ label, evidence }: EvidenceThumbsProps) {
  const [shown, setShown] = useState<EvidenceRow>();
  const notify = useNotify();
  const open = async (row: EvidenceRow) => {
    if (isPicture(row)) {
      setShown(row);
      return;
    }
    try {
      window.open(await evidenceUrl(row.id, 'full'), '_blank', 'noopener');
    } catch (error) {
      notify(sentenceOf(error), { type: 'error' });
    }
  };
  return (
    <>
      <Thumbs>
        {evidence.map((row, index) => (
          <li key={row.id}>
            <button type="button" aria-label={`${label} ${index + 1}：查看大图`} onClick={() => void open(row)}>
              {isPicture(row) ? <Thumb id={row.id} /> : <Document name={row.fileName} />}
            </button>
          </li>
        ))}
      </Thumbs>
      {shown && <EvidenceViewer evidence={shown} label={label} onClose={() => setShown(undefined)} />}
    </>
  );
}

function Thumb({ id }: { readonly id: number }) {
  const { data, error } = useEvidenceUrl(id, 'thumb');
  if (error) return <span>没有加载出来</span>;
  return data ? <img src={data} alt="" /> : null;
}

function Document({ name }: { readonly name: string }) {
  return (
    <span className="truncate" style={{ maxWidth: 84 }}>
      <Icon name="file" /> {name}
    </span>
  );
}

function isPicture(row: EvidenceRow): boolean {
  return row.mimeType.startsWith('image/');
}
