/** Sentences of drafts. */
export const drafts = {
  '草稿 {count}': 'Drafts {count}',
  '没有丢弃：{error}': 'Not discarded: {error}',
  '我的草稿（{count}）': 'My drafts ({count})',
  没有草稿: 'No drafts',
  ' · 已认定': ' · recognised',
  ' · 此后有过改动': ' · changed since',
  '确认丢弃{headName}户的草稿': 'Yes, discard the draft of {headName}’s household',
  确认丢弃: 'Yes, discard',
  '丢弃{headName}户的草稿': 'Discard the draft of {headName}’s household',
  '继续填写{headName}户': 'Go on with {headName}’s household',
  '草稿只有您本人可见，保留 30 天。': 'Only you can see your drafts; they are kept for 30 days.',
} as const;
