/** A warning `w` that still waits for somebody; written as the partial indexes on warnings have it, so that they serve. */
export const IS_UNSETTLED = `w.state not in ('cleared', 'dismissed', 'accepted')`;
