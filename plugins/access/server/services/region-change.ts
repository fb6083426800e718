import type { RegionChange, RegionChangePlan } from '@anju/domain/contracts';
import { NotAllowed, requestActor, requestDb, RuleBroken } from '@anju/kit';
import { changeRegions, regionChangeEffect, regionsOfProvince } from '../queries/region-changes';
import { planRegionChange, type RegionPlan } from './region-plan';
import { RegionTree } from './region-tree';

/**
 * Merges, splits or renames a region with everything that is bound to it; as a preview it says what that does and what stands
 * against it. Throws RuleBroken for a change that cannot be made, and while a list of one of the regions is being written.
 */
export async function changeRegion(sent: RegionChange): Promise<RegionChangePlan> {
  const { regionCode: own, name } = requestActor();
  if (own === null) throw new NotAllowed('您的账号没有行政区划，不能调整区划');
  const tree = new RegionTree(await regionsOfProvince(requestDb(), sent.region, own), own);
  const plan = planRegionChange(sent, tree);
  const { missing, ...effect } = await effectOf(plan);
  const problems = missing.length === 0 ? plan.problems : { ...plan.problems, households: missingWords(missing) };
  if (!sent.preview && Object.keys(problems).length > 0) throw new RuleBroken(problems);
  const id = sent.preview ? null : await make(sent, plan, name);
  return { id, summary: plan.summary, created: shown(plan), codes: mapOf(plan, tree), effect, problems };
}

async function make(sent: RegionChange, plan: RegionPlan, name: string): Promise<number> {
  const { problems: _none, ...worked } = plan;
  const change = { ...worked, kind: sent.kind, subject: sent.region, reason: sent.reason };
  const id = await changeRegions(requestDb(), change, name);
  if (id === null) throw new RuleBroken({}, '这些区划有名单正在检查、写入或导出，请等它结束后再调整');
  return id;
}

function effectOf({ codes, numbers }: RegionPlan) {
  return regionChangeEffect(requestDb(), {
    codes: codes.map(({ code }) => code),
    village: numbers[0]?.from ?? null,
    numbers: numbers.map(({ number }) => number),
  });
}

function shown({ created }: RegionPlan) {
  return created.map(({ code, name }) => ({ code, name }));
}

function mapOf({ codes, created }: RegionPlan, tree: RegionTree): RegionChangePlan['codes'] {
  const made = new Map(created.map(({ code, name }) => [code, name]));
  return codes.map(({ code, into }) => ({
    code,
    name: tree.nameOf(code),
    into,
    intoName: made.get(into) ?? tree.nameOf(into),
    isNew: made.has(into),
  }));
}

function missingWords(missing: readonly string[]): string {
  const named = missing.slice(0, 5).join('、');
  return `${missing.length} 个户编号不在这个村：${named}${missing.length > 5 ? '……' : ''}`;
}
