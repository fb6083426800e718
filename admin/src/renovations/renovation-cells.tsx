import { LINK_STATE_LABELS } from '@anju/domain';
import type { RenovationRow } from '@anju/domain/contracts';
import { Link } from 'react-router-dom';
import { hasDuty, useCurrentUser } from '../auth/current-user';
import { Chip } from '../states/status';
import { Icon } from '../theme/icon';

/** What tells rows apart: a recognised renovation without an archive has only its household. */
export function rowKey({ id, household }: RenovationRow): string {
  return id === null ? `household-${household?.id ?? ''}` : String(id);
}

/** The head's name as a link to the archive. */
export function ArchiveName({ row }: { readonly row: RenovationRow }) {
  return row.id === null ? <>{row.headName}</> : <Link to={`/renovations/${row.id}`}>{row.headName}</Link>;
}

/** The household of the archive, or whom to call about it. */
export function LinkedTo({ row }: { readonly row: RenovationRow }) {
  if (row.countyElsewhere) return <span className="muted">户在{row.countyElsewhere}，请联系该县</span>;
  if (!row.household) return <span className="muted">{LINK_STATE_LABELS.none}</span>;
  return (
    <>
      <Link to={`/households/${row.household.id}`}>{row.household.headName}户</Link>
      {row.linkState !== 'recognised' && <span className="muted small"> {LINK_STATE_LABELS[row.linkState]}</span>}
    </>
  );
}

/** What is to be done with the archive. */
export function Remarks({ row }: { readonly row: RenovationRow }) {
  return (
    <>
      {row.isDoubtful && (
        <Chip className="alert">
          <Icon name="warning" />
          身份存疑
        </Chip>
      )}
      {row.id === null && <span className="muted small">已认定，尚无档案</span>}
      {row.id !== null && row.gaps.length > 0 && <span className="muted small">还缺 {row.gaps.join('、')}</span>}
    </>
  );
}

/** The row's one action: complete what is missing, else look. */
export function RowAction({ row }: { readonly row: RenovationRow }) {
  const mayEnter = hasDuty(useCurrentUser(), 'enter');
  if (row.id === null) {
    const id = row.household?.id ?? '';
    return mayEnter ? <Link to={`/entry/${id}`}>补录</Link> : <Link to={`/households/${id}`}>查看</Link>;
  }
  return <Link to={`/renovations/${row.id}`}>{mayEnter && row.gaps.length > 0 ? '补录' : '查看'}</Link>;
}
