/** Largest upload that the body parser takes, in bytes; doors have their own, lower limits and words. Lists have a limit of their own. */
export const MAX_UPLOAD_BYTES = 21 * 1024 * 1024;

/** How long one request may take to arrive: a list of 2 GiB needs an hour at 5 Mbit/s. */
export const LONGEST_UPLOAD_MS = 3_600_000;
