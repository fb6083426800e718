import { changePasswordDoor, type SignInPolicy, type z } from '@anju/domain/contracts';
import type { Core } from '@strapi/strapi';
import { parseDoor, requestActor, requestDb, RuleBroken } from '@anju/kit';
import { clearFirstPassword } from '../queries/clear-first-password';
import { ownPastPasswords } from '../queries/own-past-passwords';
import { checkNotRepeated, checkPassword } from './password-rules';
import type { SignInContext } from './sign-in-context';
import { signInRules } from './sign-in-rules';

type PasswordChange = z.output<NonNullable<typeof changePasswordDoor.body>>;

/** Changes one's own password through users-permissions' `change`, which ends every other sign-in of the account. */
export async function changePassword(
  strapi: Core.Strapi,
  ctx: SignInContext,
  change: () => Promise<unknown> | undefined,
): Promise<void> {
  const { body } = parseDoor(changePasswordDoor, ctx);
  const rules = (await signInRules(requestDb())).password;
  checkNewPassword(body, rules);
  const past = await ownPastPasswords(requestDb(), rules.history);
  ctx.request.body = body;
  try {
    await change();
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'ValidationError') throw error;
    throw new RuleBroken({ currentPassword: '当前密码不正确' });
  }
  // Judged after the current password was, so that a stranger at an open screen learns nothing of earlier ones.
  await checkNotRepeated(strapi, 'password', body.password, past);
  await clearFirstPassword(requestDb(), requestActor().id);
}

function checkNewPassword(
  { currentPassword, password, passwordConfirmation }: PasswordChange,
  rules: SignInPolicy['password'],
): void {
  checkPassword('password', password, requestActor().username, rules);
  if (password !== passwordConfirmation) throw new RuleBroken({ passwordConfirmation: '两次输入的新密码不一致' });
  if (password === currentPassword) throw new RuleBroken({ password: '新密码不能与当前密码相同' });
}
