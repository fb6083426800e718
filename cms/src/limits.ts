/** Largest upload that the body parser takes, in bytes; the evidence door has its own, lower limits and its own words. */
export const MAX_UPLOAD_BYTES = 21 * 1024 * 1024;
