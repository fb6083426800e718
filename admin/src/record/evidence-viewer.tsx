import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogTitle from '@mui/material/DialogTitle';
import { styled } from '@mui/material/styles';
import type { StoredFile } from '@anju/domain/contracts';
import { sentenceOf } from '../http/problem';
import { t } from '../language/t';
import { LoadingRows } from '../states/loading-rows';
import { MessageState } from '../states/message-state';
import { Icon } from '../theme/icon';
import { colour } from '../theme/tokens';
import { useEvidenceUrl } from './use-ticket';

const Picture = styled('img')({
  display: 'block',
  maxWidth: '100%',
  maxHeight: '72vh',
  margin: '0 auto',
  background: colour.sunken,
});

interface EvidenceViewerProps {
  readonly evidence: StoredFile;
  readonly label: string;
  readonly onClose: () => void;
}

/** One picture of the evidence at full size. */
export function EvidenceViewer({ evidence, label, onClose }: EvidenceViewerProps) {
  const { data, error } = useEvidenceUrl(evidence, 'full');
  return (
    <Dialog open onClose={onClose} maxWidth="lg" fullWidth aria-labelledby="evidence-title">
      <DialogTitle id="evidence-title" sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
        {label}
        <span className="muted small">
          {evidence.fileName}　{evidence.uploadedByName ?? ''}　{evidence.uploadedAt.slice(0, 10)}
        </span>
        <Button variant="text" onClick={onClose} aria-label={t('关闭')} sx={{ ml: 'auto' }}>
          <Icon name="close" />
        </Button>
      </DialogTitle>
      {error && (
        <MessageState icon="warning" title={t('图片没有加载出来')} urgent>
          {sentenceOf(error)}
        </MessageState>
      )}
      {!data && !error && <LoadingRows />}
      {data && <Picture src={data} alt={t('{label}：{fileName}', { label, fileName: evidence.fileName })} />}
    </Dialog>
  );
}
