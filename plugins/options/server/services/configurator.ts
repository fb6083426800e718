import { NotAllowed, requestActor, RuleBroken } from '@anju/kit';

/** The configurator's own region; throws when the account has none. */
export function configuredRegion(): string {
  const { regionCode } = requestActor();
  if (regionCode === null) throw new NotAllowed('您的账号没有行政区划，不能修改配置');
  return regionCode;
}

/** Refuses a change of what belongs to another region, and of what holds everywhere by anybody below the province. */
export function checkReach(regionCode: string | null): void {
  const own = configuredRegion();
  if (regionCode === null && own.length > 2) throw new RuleBroken({}, '全国核心选项只能由省级配置管理员修改');
  if (regionCode !== null && !regionCode.startsWith(own))
    throw new RuleBroken({}, '这是其他行政区划的选项，您不能修改');
}
