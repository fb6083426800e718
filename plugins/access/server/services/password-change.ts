import { changePasswordDoor, z } from '@anju/domain/contracts';
import { parse, parseDoor, readConfig, requestActor, requestDb, RuleBroken } from '@anju/kit';
import { clearFirstPassword } from '../queries/clear-first-password';
import type { SignInContext } from './sign-in-context';

type PasswordChange = z.output<NonNullable<typeof changePasswordDoor.body>>;

const signInFile = z.object({ passwordMinLength: z.int() });

/** Changes one's own password through users-permissions' `change`, which ends every other sign-in of the account. */
export async function changePassword(ctx: SignInContext, change: () => Promise<unknown> | undefined): Promise<void> {
  const { body } = parseDoor(changePasswordDoor, ctx);
  checkNewPassword(body);
  ctx.request.body = body;
  try {
    await change();
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'ValidationError') throw error;
    throw new RuleBroken({ currentPassword: '当前密码不正确' });
  }
  await clearFirstPassword(requestDb(), requestActor().id);
}

function checkNewPassword(body: PasswordChange): void {
  const { passwordMinLength } = parse(signInFile, readConfig('sign-in.json'), 'sign-in.json: ');
  const { currentPassword, password, passwordConfirmation } = body;
  if (password.length < passwordMinLength) throw new RuleBroken({ password: `新密码至少 ${passwordMinLength} 位` });
  if (password !== passwordConfirmation) throw new RuleBroken({ passwordConfirmation: '两次输入的新密码不一致' });
  if (password === currentPassword) throw new RuleBroken({ password: '新密码不能与当前密码相同' });
}
