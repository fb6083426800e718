import type { OptionRow } from '@anju/domain/contracts';

/** Today at the browser, as options are dated. */
export function today(): string {
  return new Date().toLocaleDateString('sv-SE');
}

/** Whether a clerk may choose the option on a day. */
export function isOffered({ enabled, validFrom, validTo }: OptionRow, day: string): boolean {
  return enabled && (validFrom === null || validFrom <= day) && (validTo === null || validTo >= day);
}
