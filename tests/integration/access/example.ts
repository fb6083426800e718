import type { Place } from './door-places';

/** What a door is tried with. */
export interface Example {
  readonly path?: Readonly<Record<string, string | number>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: object | FormData;
}

/** Makes an example from what lies in a region; `subject` is a household or evidence id that the address names instead. */
export type MakeExample = (place: Place, subject?: number) => Promise<Example> | Example;
