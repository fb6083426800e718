/** pg's own making of a value for the wire, which its types leave out. */
declare module 'pg/lib/utils' {
  export function prepareValue(value: unknown): unknown;
}
