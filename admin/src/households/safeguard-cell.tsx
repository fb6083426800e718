import { Link } from 'react-router-dom';
import type { HouseholdRow } from '@anju/domain/contracts';
import { SAFEGUARD_KIND_LABELS } from '../language/domain-words';
import { t } from '../language/t';
import { Chip } from '../states/status';
import { Icon } from '../theme/icon';
import { LINKED_CHIP_LABELS } from '../vocabulary/labels';

/** The recognised kind as a link to the record; before recognition, what other records say. */
export function SafeguardCell({ row }: { readonly row: HouseholdRow }) {
  if (row.kind) {
    return <Link to={`/households/${row.id}`}>{SAFEGUARD_KIND_LABELS[row.kind]}</Link>;
  }
  return row.linked.length > 0 ? <LinkedChip row={row} /> : <span className="muted">–</span>;
}

/** In which other records persons of the household stand. */
export function LinkedChip({ row }: { readonly row: HouseholdRow }) {
  return (
    <Chip className="link" title={t('来自关联信息，尚未认定')}>
      <Icon name="link" />
      {row.linked.map((record) => LINKED_CHIP_LABELS[record]).join(' + ')}
    </Chip>
  );
}
