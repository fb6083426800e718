import type { SafeguardKind } from '@anju/domain';
import Button from '@mui/material/Button';
import { t } from '../../language/t';
import { useRecognition } from '../recognition-context';
import { Chip } from '../../states/status';
import { Icon } from '../../theme/icon';
import { useOptionLabel } from '../../vocabulary/use-options';

interface ArchiveProposalProps {
  readonly kind: SafeguardKind | '';
  readonly onAdopt: () => void;
}

/** The linked renovation archive proposes its kind before the household is recognised; choosing it is the clerk's. */
export function ArchiveProposal({ kind, onAdopt }: ArchiveProposalProps) {
  const { record } = useRecognition();
  const labelOf = useOptionLabel();
  const { renovation } = record;
  if (!renovation || record.safeguard) return null;
  const facts = [
    renovation.planYear,
    renovation.renovationMode && labelOf('renovationMode', renovation.renovationMode),
    renovation.accepted === true ? t('已验收') : null,
  ].filter(Boolean);
  return (
    <>
      <Chip className="info">
        <Icon name="link" />
        {t('档案建议：农村危房改造{facts}', {
          facts: facts.length > 0 && t('（{facts}）', { facts: facts.join('·') }),
        })}
      </Chip>
      {kind === 'renovation' ? (
        <span className="small end adopted">
          <Icon name="check" /> {t('已采用')}
        </span>
      ) : (
        <Button size="small" color="primary" className="end" onClick={onAdopt}>
          {t('采用建议')}
        </Button>
      )}
    </>
  );
}
