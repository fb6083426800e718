import { useReviewTotal } from '../reviews/use-reviews';
import { countText } from '../vocabulary/numbers';

/** How many records wait for the signed-in reviewer. */
export function ReviewCount() {
  const total = useReviewTotal();
  return total ? (
    <span className="count">
      {countText(total.count)}
      {total.bounded && '+'}
    </span>
  ) : null;
}
