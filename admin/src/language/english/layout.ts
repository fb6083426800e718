/** Sentences of layout. */
export const layout = {
  全局查找: 'Search everywhere',
  按姓名或身份证号查找: 'Find by name or ID number',
  '第 {from}–{to} {unit}，共 {count} {unit}': '{from}–{to} of {count} {unit}',
  '第 {from}–{to} {unit}': '{from}–{to} {unit}',
  更多: 'More',
  没有这个页面: 'No such page',
  '地址有误，或链接已失效': 'The address is wrong, or the link no longer works',
  页面出错了: 'Something went wrong on this page',
  重新载入页面: 'Load the page again',
  '已经保存的内容没有丢失。请重新载入；如果仍然出错，请联系系统管理员。':
    'Nothing that was saved is lost. Load the page again; if it still fails, ask the system administrator.',
  '{title} · 安居': '{title} · Anju',
  当前行政区划: 'Present region',
  未填写乡镇级行政区划: 'Township not filled in',
  菜单: 'Menu',
  展开菜单: 'Unfold the menu',
  收起菜单: 'Fold the menu',
  展开: 'Unfold',
  跳到正文: 'Skip to the content',
  演示数据: 'Demo',
  '乡镇级用户进入系统不显示建档立卡贫困户信息，请填写乡镇级行政区划名称。':
    'A township account shows no registered poor households until its township is filled in.',
  请选择乡镇: 'Please choose a township',
  '请联系县级主管在用户管理中填写后重新登录。':
    'Ask the county supervisor to fill it in under Users, then sign in again.',
  '已申请“{name}”，请联系县级主管确认，确认后重新登录。':
    'You asked for “{name}”. Ask the county supervisor to confirm it, then sign in again.',
  申请乡镇: 'Ask for a township',
  乡镇: 'Township',
  申请: 'Ask',
  '用户菜单：': 'User menu: ',
  退出登录: 'Sign out',
} as const;
