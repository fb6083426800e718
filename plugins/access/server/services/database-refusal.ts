import { AppError, BadInput, databaseErrorCode, isDatabaseAway, isDiskFull, NotAllowed, RuleBroken } from '@anju/kit';

/** Raised by our own triggers with a sentence for the user. */
const REFUSED_IN_WORDS = 'AN422';

/** What a PostgreSQL or connection error means to the user, or undefined when it is a defect of ours. */
export function databaseRefusal(error: unknown): AppError | undefined {
  const code = databaseErrorCode(error);
  if (code === '42501') return new NotAllowed('不能写入您行政区划之外的数据');
  if (code === REFUSED_IN_WORDS) return new RuleBroken({}, ownWords(error));
  if (code === '23505') return new AppError(422, 'alreadyTaken', '与已有数据重复，未保存');
  if (code === '22021' || code === '22P05') return new BadInput({ body: '内容中有无法保存的字符' });
  if (code === '25006') return new NotAllowed('此接口只能读取');
  if (code === '40001' || code === '40P01' || code === '55P03')
    return new AppError(503, 'busy', '有人同时在修改，请重试');
  if (code === '57014') return new AppError(503, 'tooSlow', '查询时间过长，请缩小范围后再试');
  if (isDiskFull(error)) return new AppError(503, 'diskFull', '服务器存储空间已满，未保存，请联系系统管理员');
  if (isDatabaseAway(error)) return new AppError(503, 'databaseAway', '数据库暂时连接不上，未保存，请稍后再试');
  return undefined;
}

/** knex puts the statement before the sentence. */
function ownWords(error: unknown): string {
  return error instanceof Error ? (error.message.split(' - ').at(-1) ?? error.message) : '不能这样修改';
}
