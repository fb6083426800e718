import { styled } from '@mui/material/styles';
import type { RecogniseLinkedAnswer } from '@anju/domain/contracts';
import { Link } from 'react-router-dom';
import { t } from '../language/t';
import { colour } from '../theme/tokens';
import { countText } from '../vocabulary/numbers';

const List = styled('ul')({
  display: 'grid',
  gap: 6,
  margin: 0,
  padding: 0,
  listStyle: 'none',
  '& li': { borderTop: `1px solid ${colour.line}`, paddingTop: 6 },
  '& a': { textDecoration: 'underline' },
  '& .examples': { display: 'grid', gap: 2, color: colour.ink2, fontSize: 12 },
});

/** What stays out, by reason, with some of it by name. */
export function LeftOutList({ leftOut }: Pick<RecogniseLinkedAnswer, 'leftOut'>) {
  if (leftOut.length === 0) return null;
  return (
    <div>
      <h3>{t('不在此列的户')}</h3>
      <List aria-label={t('不在此列的户')}>
        {leftOut.map(({ reason, message, count, examples }) => (
          <li key={reason}>
            {t('{message}：{count} 户', { message, count: countText(count) })}
            {reason !== 'noSource' && (
              <div className="examples">
                {examples.map(({ householdId, headName, regionName, detail }) => (
                  <span key={householdId}>
                    <Link to={`/entry/${householdId}`}>{t('{headName}户', { headName })}</Link> {regionName}
                    {detail && ` · ${detail}`}
                  </span>
                ))}
                {count > examples.length && <span>{t('等 {count} 户', { count: countText(count) })}</span>}
              </div>
            )}
          </li>
        ))}
      </List>
    </div>
  );
}
