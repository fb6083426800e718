/** Sentences of announcements. */
export const announcements = {
  通知已发出: 'The announcement has been sent',
  发通知: 'Send an announcement',
  '所选行政区划内的所有账号都会在工作台看到。请不要写住户的姓名和证件号码。':
    'Every account in the chosen region sees it on its workbench. Do not write names or ID numbers of people.',
  标题: 'Title',
  内容: 'Content',
  发给: 'Send to',
  开始日期: 'First day',
  结束日期: 'Last day',
  发出: 'Send',
  通知: 'Announcements',
  已发通知: 'Sent announcements',
  '现在没有通知。': 'There are no announcements now.',
  '{regionName}{by}，{validFrom} 至 {validTo}': '{regionName}{by}, {validFrom} to {validTo}',
  未开始: 'Not begun',
  显示中: 'Shown now',
  已过期: 'Expired',
  已撤回: 'Withdrawn',
  '已撤回“{title}”': '“{title}” has been withdrawn',
  '还没有发过通知。': 'No announcement has been sent yet.',
  确认撤回: 'Yes, withdraw',
  撤回: 'Withdraw',
  '{state}，{regionName}，{validFrom} 至 {validTo}{by}{withdrawnBy}':
    '{state}, {regionName}, {validFrom} to {validTo}{by}{withdrawnBy}',
  '，{by} 发出': ', sent by {by}',
  '，{withdrawnBy} 撤回': ', withdrawn by {withdrawnBy}',
} as const;
