import { styled } from '@mui/material/styles';
import type { RecogniseLinkedAnswer } from '@anju/domain/contracts';
import { Link } from 'react-router-dom';
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
      <h3>不在此列的户</h3>
      <List aria-label="不在此列的户">
        {leftOut.map(({ reason, message, count, examples }) => (
          <li key={reason}>
            {message}：{countText(count)} 户
            {reason !== 'noSource' && (
              <div className="examples">
                {examples.map(({ householdId, headName, regionName, detail }) => (
                  <span key={householdId}>
                    <Link to={`/entry/${householdId}`}>{headName}户</Link> {regionName}
                    {detail && ` · ${detail}`}
                  </span>
                ))}
                {count > examples.length && <span>等 {countText(count)} 户</span>}
              </div>
            )}
          </li>
        ))}
      </List>
    </div>
  );
}
