import type { StatisticsScope, StatisticsTableName } from '../vocabulary';

const SOURCES: Readonly<Record<StatisticsScope, string>> = {
  registry: '以国务院扶贫办名单为准。',
  offList: '只统计库外信息补录的户。',
  all: '国务院扶贫办名单与库外信息补录合计。',
};

const IDENTITIES: Readonly<Record<StatisticsTableName, string>> = {
  T1: '改造后 = 农村危房改造 + 易地扶贫搬迁 + 生态移民、水库移民和避险搬迁；保障后 = 公益性住房 + 其他方式。',
  T2: '已录入 + 未录入 = 全部户数；占比 = 户数 ÷ 全部户数，按户数计算，不取平均。',
  T3: '未脱贫 + 已脱贫 = 全部户数；年份缺失含没有填写脱贫年份和 2014–2020 年以外的户。',
  T4: '各项合计 = 保障方式统计的原住房鉴定（评定）安全；未填含没有单独列出的鉴定（评定）结果。',
  T5: '原住房鉴定（评定）结果、改造方式、建设方式三项各自合计 = 保障方式统计的农村危房改造；没有单独列出的改造方式计入其他，没有单独列出的鉴定结果和建设方式计入未填。已竣工指档案有竣工日期；档案未完成指档案缺项。',
  T6: '各项合计 = 保障方式统计的易地扶贫搬迁；进度按开工、竣工、入住时间中最后一项；未填指三项时间都没有填写，也没有勾选尚未开工。',
  T7: '各项合计 = 保障方式统计的生态移民、水库移民和避险搬迁；其他含没有单独列出的和未填写的类型。',
  T8: '各项合计 = 保障方式统计的公益性住房；其他含没有单独列出的和未填写的方式。',
  T9: '各项合计 = 保障方式统计的其他方式；其他含没有单独列出的和未填写的方式。',
};

/** What the numbers of a table mean: whom it counts, and what its columns add up to. */
export function statisticsNote(table: StatisticsTableName, scope: StatisticsScope): string {
  return SOURCES[scope] + IDENTITIES[table];
}
