/** Sentences of off-list. */
export const offList = {
  '身份证号有误或没有的也可以保存，之后会列入预警':
    'A wrong or missing ID number does not prevent saving; it raises a warning',
  所在地和核实说明: 'Place and verification',
  '由谁、何时、依据什么核实为贫困户': 'By whom, when and on what evidence the household was verified as poor',
  请填写户主的身份证号: 'Please enter the head’s ID number',
  先查身份证号: 'Look up the ID number first',
  先查户主的身份证号: 'Look up the head’s ID number first',
  '已在名单内或已补录的，不重复补录': 'Nobody on the list or entered before is entered twice',
  户主身份证号: 'Head’s ID number',
  没有身份证号: 'No ID number',
  这个人已经登记: 'This person is registered already',
  这个人登记在其他县: 'This person is registered in another county',
  打开这一户: 'Open this household',
  '{message}。': '{message}.',
  男: 'Male',
  女: 'Female',
  '删除{who}': 'Delete {who}',
  户主本人: 'The head',
  新增库外户: 'New off-list household',
  '先查身份证号，再填家庭成员、所在地和核实说明，保存后认定住房安全保障情况。':
    'Look up the ID number, fill in members, place and verification, save, then recognise the safeguard.',
  '没有读到危房改造档案：{error}': 'The renovation archive could not be read: {error}',
  '已补录{headName}户，请继续认定住房安全保障情况':
    '{headName}’s household has been entered; please go on with its safeguard',
  保存并认定: 'Save and recognise',
  返回查号: 'Back to the number',
  '这一户还没有保存；离开后不会保留。': 'This household is not saved yet; it is lost when you leave.',
  '经核实的贫困户，名单中没有的，在此补录；名单以后列入的，连同记录转入名单。':
    'Verified poor households that are missing on the list are entered here; when a later list carries them, they move to the list with their records.',
} as const;
