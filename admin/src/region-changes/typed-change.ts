import type { RegionRow } from '@anju/domain/contracts';
import type { ChangeKind } from './change-kind';

/** What a dialog holds, for whichever change. */
export interface TypedChange {
  readonly reason: string;
  readonly into: string;
  readonly name: string;
  readonly code: string;
  readonly children: readonly string[];
  readonly households: string;
  /** Codes that are to be others than the proposed ones. */
  readonly codes: ReadonlyMap<string, string>;
}

/** Nothing is typed yet. */
export const EMPTY_CHANGE: TypedChange = {
  reason: '',
  into: '',
  name: '',
  code: '',
  children: [],
  households: '',
  codes: new Map(),
};

export interface ChangeFieldsProps {
  readonly kind: ChangeKind;
  readonly region: RegionRow;
  readonly own: string;
  readonly typed: TypedChange;
  readonly faults: Readonly<Record<string, string>>;
  readonly onType: (typed: TypedChange) => void;
}
