/** The value that counts: the correction, else what the list says; blank text counts as nothing. */
export function valueInForce(corrected: string | null | undefined, fromList: string | null | undefined): string | null {
  return corrected?.trim() || fromList?.trim() || null;
}
