import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useListContext } from 'ra-core';
import { PageSize } from './page-size';
import { totalOf, type ListTotal } from '../data/list-total';
import { t } from '../language/t';
import { Icon } from '../theme/icon';
import { colour, PHONE } from '../theme/tokens';
import { countText } from '../vocabulary/numbers';

const Row = styled('div')({
  display: 'flex',
  alignItems: 'center',
  flex: 'none',
  gap: 8,
  minHeight: 44,
  padding: '0 16px',
  fontSize: 13,
  color: colour.ink2,
  borderTop: `1px solid ${colour.line}`,
  '& .end': { marginLeft: 'auto', display: 'flex', alignItems: 'center', gap: 8 },
  [PHONE]: { flexWrap: 'wrap', padding: '4px 0 8px', border: 0, justifyContent: 'space-between' },
});

/** Where in the list one stands, and the way to the next page. */
export function Pager() {
  const list = useListContext();
  const { data, page, perPage, total, setPage, setPerPage, hasNextPage, isPending } = list;
  const rows = data?.length ?? 0;
  if (isPending || rows === 0) return null;
  const from = (page - 1) * perPage + 1;
  return (
    <Row className="no-print">
      <span>{t('第 {from}–{from2} 户', { from: countText(from), from2: countText(from + rows - 1) })}</span>
      <span className="muted">{t('共 {total} 户', { total: totalText(total, totalOf(list.meta)) })}</span>
      <div className="end">
        <PageSize value={perPage} onChange={setPerPage} />
        <Button size="small" sx={{ height: 28 }} disabled={page <= 1} onClick={() => setPage(page - 1)}>
          {t('上一页')}
        </Button>
        <Button size="small" sx={{ height: 28 }} disabled={!hasNextPage} onClick={() => setPage(page + 1)}>
          {t('下一页')}
          <Icon name="right" />
        </Button>
      </div>
    </Row>
  );
}

function totalText(exact: number | undefined, atLeast: ListTotal | undefined): string {
  if (exact !== undefined) return countText(exact);
  return atLeast ? `${countText(atLeast.count)}+` : t('若干');
}
