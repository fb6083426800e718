import { type IdNumberContext } from '@anju/domain';
import { idCardSettings, registerToday } from '@anju/kit';

/** Province prefixes that the configuration adds to the standard's. */
export function extraProvincePrefixes(): readonly string[] {
  return idCardSettings().extraProvincePrefixes;
}

/** By what an identity number is judged today. */
export function idNumberContext(): IdNumberContext {
  return { today: registerToday(), extraProvincePrefixes: extraProvincePrefixes() };
}
