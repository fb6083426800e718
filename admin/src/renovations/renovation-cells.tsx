import type { RenovationRow } from '@anju/domain/contracts';
import { Link } from 'react-router-dom';
import { hasDuty, useCurrentUser } from '../auth/current-user';
import { LINK_STATE_LABELS } from '../language/domain-words';
import { t } from '../language/t';
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
  if (row.countyElsewhere)
    return (
      <span className="muted">{t('户在{countyElsewhere}，请联系该县', { countyElsewhere: row.countyElsewhere })}</span>
    );
  if (!row.household) return <span className="muted">{LINK_STATE_LABELS.none}</span>;
  return (
    <>
      <Link to={`/households/${row.household.id}`}>{t('{headName}户', { headName: row.household.headName })}</Link>
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
          {t('身份存疑')}
        </Chip>
      )}
      {row.id === null && <span className="muted small">{t('已认定，尚无档案')}</span>}
      {row.id !== null && row.gaps.length > 0 && (
        <span className="muted small">{t('还缺 {gaps}', { gaps: row.gaps.join(t('、')) })}</span>
      )}
    </>
  );
}

/** The row's one action: complete what is missing, else look. */
export function RowAction({ row }: { readonly row: RenovationRow }) {
  const mayEnter = hasDuty(useCurrentUser(), 'enter');
  if (row.id === null) {
    const id = row.household?.id ?? '';
    return mayEnter ? <Link to={`/entry/${id}`}>{t('补录')}</Link> : <Link to={`/households/${id}`}>{t('查看')}</Link>;
  }
  return <Link to={`/renovations/${row.id}`}>{mayEnter && row.gaps.length > 0 ? t('补录') : t('查看')}</Link>;
}
