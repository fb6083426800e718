/** The tables. */
export const statistics: Readonly<Record<string, string>> = {
  保障方式统计: 'Safeguards',
  录入情况统计: 'Entry',
  脱贫情况统计: 'Exit from poverty',
  农村危房改造情况: 'Renovations',
  易地扶贫搬迁情况: 'Poverty relocations',
  '生态移民、水库移民和避险搬迁情况': 'Other relocations',
  公益性住房情况: 'Public housing',
  其他方式保障情况: 'Other means',
  占比: 'Share',
  小计: 'Sum',
  户数: 'Households',
  已录入: 'Entered',
  未录入: 'Not entered',
  未脱贫: 'Still poor',
  已脱贫: 'Exited poverty',
  已验收: 'Accepted',
  已竣工: 'Completed',
  '补助资金合计（元）': 'Subsidies (yuan)',
  档案未完成: 'Archive incomplete',
  未填: 'Blank',
  未开工: 'Not started',
  在建: 'Under construction',
  已竣工未入住: 'Completed, not moved in',
  已入住: 'Moved in',
  '以国务院扶贫办名单为准。{rest}': 'By the list of the State Council’s Poverty Office. {rest}',
  '只统计库外信息补录的户。{rest}': 'Off-list households only. {rest}',
  '国务院扶贫办名单与库外信息补录合计。{rest}':
    'The list of the State Council’s Poverty Office and off-list households together. {rest}',
  '改造后 = 农村危房改造 + 易地扶贫搬迁 + 生态移民、水库移民和避险搬迁；保障后 = 公益性住房 + 其他方式。':
    'After renovation = renovation + poverty relocation + other relocation; by provision = public housing + other means.',
  '已录入 + 未录入 = 全部户数；占比 = 户数 ÷ 全部户数，按户数计算，不取平均。':
    'Entered + not entered = all households; share = households ÷ all households, computed from counts, never averaged.',
  '未脱贫 + 已脱贫 = 全部户数；年份缺失含没有填写脱贫年份和 2014–2020 年以外的户。':
    'Still poor + exited = all households; “Year missing” holds those without a year or with one outside 2014–2020.',
  '各项合计 = 保障方式统计的原住房鉴定（评定）安全；未填含没有单独列出的鉴定（评定）结果。':
    'All parts = “Original house safe” of the safeguards; “Blank” holds results that have no column.',
  '原住房鉴定（评定）结果、改造方式、建设方式三项各自合计 = 保障方式统计的农村危房改造；没有单独列出的改造方式计入其他，没有单独列出的鉴定结果和建设方式计入未填。已竣工指档案有竣工日期；档案未完成指档案缺项。':
    'Results, renovation modes and construction modes each sum to “Renovation” of the safeguards; modes without a column count as “Other”, results and construction modes without one as “Blank”. Completed: the archive has a completion date. Archive incomplete: it lacks fields.',
  '各项合计 = 保障方式统计的易地扶贫搬迁；进度按开工、竣工、入住时间中最后一项；未填指三项时间都没有填写，也没有勾选尚未开工。':
    'All parts = “Poverty relocation” of the safeguards; progress goes by the last of start, completion and moving in. Blank: none of the three is filled in, nor “Not started yet” ticked.',
  '各项合计 = 保障方式统计的生态移民、水库移民和避险搬迁；其他含没有单独列出的和未填写的类型。':
    'All parts = “Other relocation” of the safeguards; “Other” holds kinds without a column and blank ones.',
  '各项合计 = 保障方式统计的公益性住房；其他含没有单独列出的和未填写的方式。':
    'All parts = “Public housing” of the safeguards; “Other” holds kinds without a column and blank ones.',
  '各项合计 = 保障方式统计的其他方式；其他含没有单独列出的和未填写的方式。':
    'All parts = “Other means” of the safeguards; “Other” holds kinds without a column and blank ones.',
  未落实到下级: 'Not placed below',
  合计: 'Total',
};
