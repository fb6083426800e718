/** Only the keys a messages type names, all of them required: makes a missing translation a type error. */
export type Known<T> = {
  [K in keyof T as string extends K ? never : K]-?: NonNullable<T[K]> extends string
    ? string
    : Known<NonNullable<T[K]>>;
};
