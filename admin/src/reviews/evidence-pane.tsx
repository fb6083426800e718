import IconButton from '@mui/material/IconButton';
import { styled } from '@mui/material/styles';
import { useState } from 'react';
import type { EvidenceRow, HouseholdRecord } from '@anju/domain/contracts';
import { t } from '../language/t';
import { Card } from '../layout/card';
import { OpenDocument } from '../record/open-document';
import { useEvidenceUrl } from '../record/use-ticket';
import { MessageState } from '../states/message-state';
import { Icon } from '../theme/icon';
import { colour, PHONE } from '../theme/tokens';
import { dayText } from '../vocabulary/numbers';
import { useForms } from '../vocabulary/use-forms';

const ZOOMS = [100, 150, 200, 300, 400] as const;

const Pane = styled(Card)({
  display: 'flex',
  flexDirection: 'column',
  minHeight: 0,
  overflow: 'hidden',
  '& .picture': { flex: 1, minHeight: 180, overflow: 'auto', background: colour.track },
  '& .picture img': { display: 'block', margin: '0 auto', objectFit: 'contain', maxWidth: 'none' },
  '& .caption': { padding: '5px 12px', fontSize: 12, background: colour.bar, color: colour.barInk },
  '& ul': { display: 'flex', gap: 8, margin: 0, padding: 8, listStyle: 'none', overflow: 'auto hidden', flex: 'none' },
  '& li button': {
    width: 98,
    padding: 0,
    border: `1px solid ${colour.line2}`,
    borderRadius: 4,
    overflow: 'hidden',
    background: colour.surface,
    color: colour.ink2,
    font: 'inherit',
    fontSize: 12,
    cursor: 'pointer',
    '&[aria-current=true]': { borderColor: colour.primary, boxShadow: `0 0 0 1px ${colour.primary}` },
  },
  '& li img': { display: 'block', width: '100%', height: 52, objectFit: 'cover' },
  '& li span': { display: 'block', padding: '2px 4px' },
  [PHONE]: { '& .picture': { height: 320, flex: 'none' } },
});

/** The evidence of a household beside its record: one piece large, with zoom, and all of them small. */
export function EvidencePane({ record }: { readonly record: HouseholdRecord }) {
  const categories = useForms()?.evidence.categories ?? [];
  const [chosen, setChosen] = useState<number>();
  const [zoom, setZoom] = useState(0);
  const shown = record.evidence.find(({ id }) => id === chosen) ?? record.evidence[0];
  const label = ({ category }: EvidenceRow) => categories.find(({ key }) => key === category)?.label ?? category;
  const percent = ZOOMS[zoom] ?? 100;
  return (
    <Pane aria-label={t('佐证材料')}>
      <header>
        <h2>{t('佐证材料')}</h2>
        <span className="muted small">{t('{count} 件', { count: record.evidence.length })}</span>
        {shown?.pageCount === null && (
          <span className="end">
            <IconButton aria-label={t('缩小')} disabled={zoom === 0} onClick={() => setZoom(zoom - 1)}>
              <span aria-hidden="true">{t('－')}</span>
            </IconButton>
            <span className="small">{percent}%</span>
            <IconButton aria-label={t('放大')} disabled={zoom === ZOOMS.length - 1} onClick={() => setZoom(zoom + 1)}>
              <Icon name="plus" />
            </IconButton>
          </span>
        )}
      </header>
      {!shown && <MessageState icon="info" title={t('这一户没有佐证材料')} />}
      {shown && (
        <div className="picture" tabIndex={0} role="region" aria-label={t('大图')}>
          {shown.pageCount === null ? (
            <Picture key={shown.id} evidence={shown} label={label(shown)} percent={percent} />
          ) : (
            <OpenDocument evidence={shown} />
          )}
        </div>
      )}
      {shown && (
        <p className="caption">
          {t('{shown} · {uploadedByName} {uploadedAt} 上传', {
            shown: label(shown),
            uploadedByName: shown.uploadedByName ?? '',
            uploadedAt: dayText(shown.uploadedAt),
          })}
        </p>
      )}
      <ul>
        {record.evidence.map((row) => (
          <li key={row.id}>
            <button type="button" aria-current={row.id === shown?.id} onClick={() => setChosen(row.id)}>
              {row.pageCount === null ? <Small evidence={row} /> : <Icon name="file" />}
              <span className="truncate">{label(row)}</span>
            </button>
          </li>
        ))}
      </ul>
    </Pane>
  );
}

interface PictureProps {
  readonly evidence: EvidenceRow;
  readonly label: string;
  readonly percent: number;
}

function Picture({ evidence, label, percent }: PictureProps) {
  const { data, error } = useEvidenceUrl(evidence, 'full');
  if (error) return <MessageState icon="warning" title={t('图片没有加载出来')} urgent />;
  if (!data) return null;
  const size = { width: `${percent}%`, height: percent === 100 ? '100%' : 'auto' };
  return <img src={data} alt={t('{label}：{fileName}', { label, fileName: evidence.fileName })} style={size} />;
}

function Small({ evidence }: { readonly evidence: EvidenceRow }) {
  const { data } = useEvidenceUrl(evidence, 'thumb');
  return data ? <img src={data} alt="" /> : null;
}
