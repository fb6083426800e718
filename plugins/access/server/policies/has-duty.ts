import { USER_LEVEL_LABELS, type UserLevel } from '@anju/domain';
import { NotAllowed, requestActor } from '@anju/kit';
import { doorById } from '../services/doors';

/** Lets a request through when its door is open to the signed-in user's level and duties; duties are those the database just confirmed. */
export function hasDutyPolicy(_ctx: unknown, config: { readonly door: string }): boolean {
  const { access, levels } = doorById(config.door);
  if (access === 'public') return true;
  const { duties, level, mustChangePassword } = requestActor();
  if (mustChangePassword && config.door !== 'access.me.find') throw new NotAllowed('请先修改初始密码');
  if (levels && !levels.includes(level)) throw new NotAllowed(`此项操作由${inWords(levels)}办理`);
  if (access === 'signedIn' || access.some((duty) => duties.includes(duty))) return true;
  throw new NotAllowed();
}

function inWords(levels: readonly UserLevel[]): string {
  return levels.map((level) => USER_LEVEL_LABELS[level]).join('、');
}
