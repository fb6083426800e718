/** Sentences of linked. */
export const linked = {
  不在此列的户: 'Households left out',
  '{message}：{count} 户': '{message}: {count} households',
  '等 {count} 户': 'and others, {count} households in all',
  乡镇审核时间: 'Township review date',
  县级主管部门审核人: 'County reviewer',
  县级主管部门审核时间: 'County review date',
  按关联信息认定: 'Recognise by linked information',
  没有读出关联信息: 'The linked information could not be read',
  '正在核对关联信息……': 'Checking the linked information…',
  正在认定: 'Recognising',
  完成: 'Done',
  '认定 {recognisable} 户': 'Recognise {recognisable} households',
  '已认定 {recognised} 户，各户的操作日志均有记录。':
    '{recognised} households recognised; the journal records each of them.',
  '正在认定：已核对 {judged} / {of} 户，认定 {recognised} 户。':
    'Recognising: {judged} of {of} households checked, {recognised} recognised.',
  '没有认定：{failure}': 'Not recognised: {failure}',
  '{failure}；此前已认定 {recognised} 户，可以重新打开继续':
    '{failure}; {recognised} households were recognised before. Open this again to go on',
  '符合条件的未认定户 {matched} 户，其中 {recognisable} 户只有一处关联信息且内容完整，可以认定：农村危房改造 {renovation} 户，易地扶贫搬迁 {povertyRelocation} 户。每 500 户保存一次，可以随时停止；已认定的户不受影响。':
    '{matched} unrecognised households meet the conditions; {recognisable} of them have one linked record that is complete and can be recognised: {renovation} as renovation, {povertyRelocation} as poverty relocation. They are saved 500 at a time and you may stop at any moment; households that are recognised are not touched.',
} as const;
