/** Sentences of http. */
export const http = {
  '连不上服务器，请检查网络后重试': 'The server cannot be reached. Check the network and try again',
  文件: 'file',
  '填写的内容有误，请检查后重试': 'Something filled in is wrong; please check it and try again',
  您没有此项操作的权限: 'You have no permission to do this',
  '这条记录不存在，或不在您的行政区划内': 'This record does not exist, or is outside your region',
  '这条记录刚被他人修改，请刷新后再保存': 'Somebody has just changed this record; refresh before you save',
  '文件太大，请压缩后再上传': 'The file is too large; please compress it',
  不支持这种文件: 'Files of this kind are not accepted',
  '不符合填报规则，请检查后重试': 'Against a rule of the register; please check and try again',
  '操作太频繁，请稍后再试': 'Too many requests; please try again later',
  '服务器暂时不可用，请稍后重试': 'The server is not available for the moment; please try again later',
  '服务器没有正确回应（{status}），请稍后重试':
    'The server did not answer as it should ({status}); please try again later',
  '操作没有完成，请重试': 'It was not done; please try again',
  '连不上服务器，文件没有上传': 'The server cannot be reached; the file was not uploaded',
} as const;
