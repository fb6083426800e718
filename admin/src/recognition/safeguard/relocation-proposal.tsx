import type { SafeguardKind } from '@anju/domain';
import Button from '@mui/material/Button';
import { t } from '../../language/t';
import { Chip } from '../../states/status';
import { Icon } from '../../theme/icon';
import { useRecognition } from '../recognition-context';

interface RelocationProposalProps {
  readonly kind: SafeguardKind | '';
  readonly onAdopt: () => void;
}

/** The relocation list proposes its kind before the household is recognised; choosing it is the clerk's. */
export function RelocationProposal({ kind, onAdopt }: RelocationProposalProps) {
  const { record } = useRecognition();
  const { relocationEntry } = record;
  if (!relocationEntry || record.safeguard) return null;
  return (
    <>
      <Chip className="info">
        <Icon name="link" />
        {t('名单建议：易地扶贫搬迁{resettlementSite}', {
          resettlementSite:
            relocationEntry.resettlementSite &&
            t('（{resettlementSite}）', { resettlementSite: relocationEntry.resettlementSite }),
        })}
      </Chip>
      {kind === 'povertyRelocation' ? (
        <span className="small end adopted">
          <Icon name="check" /> {t('已采用')}
        </span>
      ) : (
        <Button size="small" color="primary" className="end" onClick={onAdopt} aria-label={t('采用建议：易地扶贫搬迁')}>
          {t('采用建议')}
        </Button>
      )}
    </>
  );
}
