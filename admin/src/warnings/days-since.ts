const DAY = 86_400_000;

/** Whole days since a moment. */
export function daysSince(iso: string): number {
  return Math.max(0, Math.floor((Date.now() - new Date(iso).getTime()) / DAY));
}
