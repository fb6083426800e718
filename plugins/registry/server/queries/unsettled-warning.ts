/** A warning `w` that still waits for somebody; written as the partial indexes on warnings have it, so that they serve. */
export const IS_UNSETTLED = `w.state not in ('cleared', 'dismissed', 'accepted')`;

/**
 * A warning `w` of the household `h` that waits. Its region is asked for, too, although it cannot differ: the planner takes a scope for a
 * small part of the table, and would search the whole scope for the household.
 */
export const IS_UNSETTLED_OF_HOUSEHOLD = `w.household_id = h.id and w.region_code = h.region_code and ${IS_UNSETTLED}`;
