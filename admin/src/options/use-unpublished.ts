import { useState } from 'react';

interface Unpublished<Setting> {
  readonly setting: Setting;
  /** What stood when the change began. */
  readonly base: Setting;
}

/** A setting as it is being changed: what is not published yet stays, whatever is published meanwhile. */
export function useUnpublished<Setting extends object>(
  standing: Setting,
  isSame: (one: Setting, other: Setting) => boolean,
) {
  const [begun, setBegun] = useState<Unpublished<Setting>>();
  // Published, or taken back by hand: what others publish later is no change of one's own.
  if (begun && isSame(begun.setting, standing)) setBegun(undefined);
  const kept = begun && !isSame(begun.setting, standing) ? begun : undefined;
  const setting = kept?.setting ?? standing;
  return {
    setting,
    isChanged: kept !== undefined,
    /** Somebody else published another setting since the change began. */
    isOvertaken: kept !== undefined && !isSame(kept.base, standing),
    change: (changed: Partial<Setting>) =>
      setBegun({ setting: { ...setting, ...changed }, base: kept?.base ?? standing }),
    discard: () => setBegun(undefined),
  };
}
