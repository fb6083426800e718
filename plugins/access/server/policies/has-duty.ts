import { NotAllowed, requestActor } from '@anju/kit';
import { doorById } from '../services/doors';

/** Lets a request through when its door is open to the signed-in user's duties; duties are those the database just confirmed. */
export function hasDutyPolicy(_ctx: unknown, config: { readonly door: string }): boolean {
  const { access } = doorById(config.door);
  if (access === 'public') return true;
  const { duties, mustChangePassword } = requestActor();
  if (mustChangePassword && config.door !== 'access.me.find') throw new NotAllowed('请先修改初始密码');
  if (access === 'signedIn' || access.some((duty) => duties.includes(duty))) return true;
  throw new NotAllowed();
}
