/** Sentences of exchange. */
export const exchange = {
  '把这份档案写入住户库？': 'Write this archive list into the register?',
  '把这份名单写入住户库？': 'Write this list into the register?',
  '新增 {new} {unit}，变更 {changed} {unit2}，{unchanged} {unit3}不变。':
    '{new} {unit} new, {changed} {unit2} changed, {unchanged} {unit3} unchanged.',
  '名单中已没有的 {vanished} {unit}会加上标记，不会删除。':
    '{vanished} {unit} that are no longer on the list get a mark; they are not deleted.',
  '有错误的 {refused} {value}不导入，更正后可补导。':
    '{refused} {value} with errors are not imported; correct them and import them later.',
  行: 'rows',
  '人工更正过的 {kept} 处保持不变。': '{kept} values that people corrected stay as they are.',
  '提醒：同一份文件已导入过（第 {id} 号）。': 'Note: the same file has been imported before (no. {id}).',
  '人工更正过的内容不会被覆盖。要么全部写入，要么一行也不写；写入后 30 天内、没有人在其上继续工作的，可以撤销。':
    'What people corrected is not overwritten. Either everything is written or not one row; within 30 days it can be undone where nobody has worked on it since.',
  确认写入: 'Yes, write it',
  导出: 'Export',
  '灰色列锁定，其余各列按现行选项下拉填写；填好后在“数据导入”中选“认定信息表”导入。留空的户不处理，一张表最多 {value} 户。':
    'Grey columns are locked; the others offer the present options. Fill them in and import the workbook under “Data import” as a “Recognition workbook”. Households left blank are passed over; a workbook holds {value} households at most.',
  '身份证号和联系方式以完整号码导出，并记入操作日志，请妥善保管文件。':
    'ID numbers and phones are exported in full, which the journal records. Keep the file safe.',
  '身份证号和联系方式以掩码导出。导出记入操作日志。':
    'ID numbers and phones are exported masked. The journal records the export.',
  '导出 {format}': 'Export {format}',
  我的导出: 'My exports',
  导出记录: 'Exports',
  '还没有导出过。文件做好后在这里下载，保留 3 天。':
    'Nothing has been exported yet. A finished file is downloaded here and kept for 3 days.',
  导出待认定户的认定信息表: 'Export a workbook of the households to recognise',
  导出当前条件下的住户: 'Export the households that meet the conditions',
  '导出当前条件下的{resource}': 'Export by the present conditions: {resource}',
  '下载 {fileName}': 'Download {fileName}',
  '正在下载…': 'Downloading…',
  下载: 'Download',
  '{format} 排队中': '{format} waiting',
  '{format} 已写 {rowsDone} {unit}': '{format}: {rowsDone} {unit} written',
  '{done}，共 {rowsTotal} {unit}': '{done} of {rowsTotal} {unit}',
  '导出没有完成，请重试': 'The export was not finished; please try again',
  文件已过期删除: 'The file has expired and is deleted',
  完整号码: 'full numbers',
  号码已掩码: 'masked numbers',
  '{rowsDone} {resource}，{fileSize}，{masking}，{createdAt}，保留至 {expiresAt}':
    '{rowsDone} {resource}, {fileSize}, {masking}, {createdAt}, kept until {expiresAt}',
  这次导入: 'This import',
  '第 {id} 号　{fileName}': 'No. {id}  {fileName}',
  '排队中，前面还有 {ahead} 份名单': 'Waiting behind {ahead} lists',
  '排队中，马上开始': 'Waiting, about to begin',
  试算: 'Dry run',
  写入: 'Writing',
  '{verb}：{phase}': '{verb}: {phase}',
  '{verb}中': '{verb} under way',
  提交导入: 'Commit the import',
  下载错误表: 'Download the errors',
  取消导入: 'Cancel the import',
  撤销这次导入: 'Undo this import',
  变更: 'Changed',
  未变: 'Unchanged',
  拒收: 'Refused',
  导入结果: 'Result of the import',
  试算结果: 'Result of the dry run',
  '名单共 {rows} 行': '{rows} rows on the list',
  '错误 {errorCount} 处{count}': '{errorCount} errors{count}',
  '，先列出 {count} 处': ', the first {count} of them',
  错误: 'Errors',
  '第 {row} 行': 'Row {row}',
  '{value}下载错误表，按“错误说明”改好后直接上传，即可补导。':
    '{value} Download the errors, correct them by the column of explanations, and upload that file as it is.',
  '有错误的户整户不导入。': 'A household with an error is left out as a whole.',
  '有错误的行不导入。': 'Rows with errors are left out.',
  '举例（每类至多 5 条）': 'Examples (5 of each kind at most)',
  举例: 'Examples',
  名单外: 'Not on the list',
  导入记录: 'Imports',
  '共 {total} 次，文件保留 7 天': '{total} in all, files are kept for 7 days',
  还没有导入过名单: 'No list has been imported yet',
  '在上面选择名单文件，系统先试算，确认后才写入。':
    'Choose a file above; it is tried out first and written only after you confirm.',
  命令行: 'Command line',
  '新增 {added}，变更 {changed}{refused} {kind}': '{added} new, {changed} changed{refused} {kind}',
  '，拒收 {refused}': ', {refused} refused',
  '一行一人。须有：行政区划、户编号、人编号、户主姓名、姓名、性别、证件号码、与户主关系、脱贫属性、脱贫年度等列。':
    'One row a person. Needed: region, household number, person number, name of the head, name, gender, ID number, relation to head, poverty status, exit year and so on.',
  '一行一人。须有：户编号或证件号码，安置方式、安置点、项目、状态，以及开工、竣工、入住时间。':
    'One row a person. Needed: household number or ID number, resettlement mode, resettlement site, project, state, and the times of start, completion and moving in.',
  '一行一份档案。须有：户主姓名、身份证号或档案号、列入计划的年度；其余为档案各项。':
    'One row an archive. Needed: name of the head, ID number or archive number, plan year; the rest are the archive’s fields.',
  '先导出待认定户的认定信息表（按村、乡镇导出时在“住房保障信息查询”中选条件），填好后在这里导入；按认定表单的同一套规则逐户核对，填报后已被他人认定或修改的户会指名退回。':
    'First export the recognition workbook of the households to recognise (by village or township under “Safeguard search”), fill it in and import it here. Every household is checked by the same rules as in the form; those that somebody else recognised or changed meanwhile are named and left out.',
  指定列: 'Match columns',
  '文件中没有认出这些列：{missing}。请为文件的各列指定含义，下次同样的表头会自动识别。':
    'These columns were not found in the file: {missing}. Say what the columns of the file mean; the same titles are known next time.',
  不使用: 'Not used',
  按此重新试算: 'Try out again this way',
  '这份文件已于 {committedAt} 导入过（第 {id} 号）。': 'This file was imported on {committedAt} (no. {id}).',
  '这是更正后的错误表：只处理表中的内容，不判断其他的是否已从名单中消失。':
    'This is a corrected file of errors: only what it contains is handled, and nothing is taken to have vanished from the list.',
  '工作簿有多张工作表，只读取第一张“{sheet}”，未读取：{otherSheets}。':
    'The workbook has several sheets; only the first, “{sheet}”, is read. Not read: {otherSheets}.',
  '工作表中有合并单元格：合并区域只有左上角一格有内容，其余行会被当作空白，请取消合并后逐行填写。':
    'The sheet has merged cells: only the upper left cell of each has content, the other rows count as blank. Unmerge them and fill in each row.',
  '工作表中有公式：按保存时的计算结果读取。': 'The sheet has formulas: their results as saved are read.',
  '人工更正过的 {kept} 处与名单不同，保持更正后的内容。':
    '{kept} corrected values differ from the list and are kept as corrected.',
  '已识别列：{columns}。': 'Columns found: {columns}.',
  '未使用的列：{leftOut}。': 'Columns not used: {leftOut}.',
  '先试算、不写入，确认后才写入住户库。':
    'Tried out first without writing; written into the register after you confirm.',
  '文件超过 2 GB，请分成几份后再上传': 'The file is larger than 2 GB; please upload it in several parts',
  上传名单: 'Upload a list',
  名单种类: 'Kind of list',
  选择名单文件: 'Choose a file',
  取消上传: 'Cancel the upload',
  导出现有名单: 'Export the present list',
  '：{kind}': ': {kind}',
  '把文件拖到这里，或点“选择名单文件”。CSV 或 XLSX，最大 {value}；表头按名称识别，认不出的列可以自己指定。':
    'Drop a file here, or press “Choose a file”. CSV or XLSX, {value} at most. Titles are recognised by name; you can match those that are not.',
  '撤销这次导入？': 'Undo this import?',
  '新增的 {new} {unit}会删除，变更的 {changed} {unit2}和加了标记的 {vanished} {unit3}恢复为导入前的内容。':
    'The {new} new {unit} are deleted; the {changed} changed {unit2} and the {vanished} marked {unit3} become what they were before the import.',
  '如果已有人在其上继续工作（认定、更正、上传材料、再次导入），整次导入都不撤销，并列出是哪些。可撤销至 {undoUntil}。':
    'If somebody has worked on them since (recognition, correction, evidence, another import), the import is not undone at all and they are listed. It can be undone until {undoUntil}.',
  不撤销: 'Do not undo',
  确认撤销: 'Yes, undo',
} as const;
