import { useQuery } from '@tanstack/react-query';
import type { EvidenceRow, EvidenceSize } from '@anju/domain/contracts';
import { useState, type CSSProperties } from 'react';
import { request } from '../../http/request';
import { t } from '../../language/t';

/** A ticket lasts a minute; an address that is about to end is not used again. */
const TICKET_MS = 50_000;
const MOST_RENEWALS = 2;

interface EvidenceImageProps {
  readonly evidence: Pick<EvidenceRow, 'id' | 'rotation'>;
  readonly size: EvidenceSize;
  readonly alt: string;
  readonly style?: CSSProperties;
}

/** A stored photo by a short-lived address, since an image element cannot carry the sign-in. */
export function EvidenceImage({ evidence: { id, rotation }, size, alt, style }: EvidenceImageProps) {
  const [renewals, setRenewals] = useState(0);
  const { data: url, isError } = useQuery({
    queryKey: ['evidence', 'ticket', id, rotation, size, renewals],
    queryFn: async ({ signal }) =>
      (await request<{ url: string }>(`/registry/evidence/${id}/ticket`, { method: 'POST', body: { size }, signal }))
        .json.url,
    staleTime: TICKET_MS,
    gcTime: TICKET_MS,
  });
  const failed = isError || renewals > MOST_RENEWALS;
  if (failed) return <span className="unloaded">{t('照片没有加载出来')}</span>;
  if (!url) return <span className="unloaded" aria-busy="true" />;
  return <img src={url} alt={alt} style={style} onError={() => setRenewals((count) => count + 1)} />;
}
