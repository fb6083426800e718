import { z } from '@anju/domain/contracts';
import { parse, readConfig } from '@anju/kit';

const counter = z.object({ free: z.int(), lockAfter: z.int() });

const signInFile = z.object({
  password: z.object({ minLength: z.int(), classes: z.int(), history: z.int(), maxAgeDays: z.int() }),
  failures: z.object({ name: counter, address: counter, lockSeconds: z.int(), forgetSeconds: z.int() }),
});

/** The rules of config/sign-in.json for passwords and for failed sign-ins. */
export type SignInRules = z.infer<typeof signInFile>;

let read: SignInRules | undefined;

/** Read once: the file is the installation's and changes with a restart. */
export function signInRules(): SignInRules {
  read ??= parse(signInFile, readConfig('sign-in.json'), 'sign-in.json: ');
  return read;
}
