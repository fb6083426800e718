import { type ExportResource, IMPORT_KIND_DUTIES, IMPORT_KINDS, type ImportKind } from '@anju/domain';
import { type CurrentUser, hasDuty } from '../auth/current-user';
import { IMPORT_UNITS } from '../language/domain-words';
import { t } from '../language/t';

/** What a kind of list looks like, for who is about to upload one. */
export const IMPORT_KIND_WORDS: Readonly<Record<ImportKind, string>> = {
  household: t(
    '一行一人。须有：行政区划、户编号、人编号、户主姓名、姓名、性别、证件号码、与户主关系、脱贫属性、脱贫年度等列。',
  ),
  relocation: t('一行一人。须有：户编号或证件号码，安置方式、安置点、项目、状态，以及开工、竣工、入住时间。'),
  renovation: t('一行一份档案。须有：户主姓名、身份证号或档案号、列入计划的年度；其余为档案各项。'),
  recognition: t(
    '先导出待认定户的认定信息表（按村、乡镇导出时在“住房保障信息查询”中选条件），填好后在这里导入；按认定表单的同一套规则逐户核对，填报后已被他人认定或修改的户会指名退回。',
  ),
};

/** The kinds of lists that the user may import, in their order. */
export function importableKinds(user: CurrentUser | undefined): readonly ImportKind[] {
  return IMPORT_KINDS.filter((kind) => hasDuty(user, IMPORT_KIND_DUTIES[kind]));
}

/** What one row of the register is called in a kind's counts. */
export function unitOf(kind: ImportKind): string {
  return kind === 'household' ? t('户') : IMPORT_UNITS[kind];
}

/** The export that such a list comes from. */
export const EXPORTED_AS: Readonly<Record<ImportKind, ExportResource>> = {
  household: 'households',
  relocation: 'relocationEntries',
  renovation: 'renovations',
  recognition: 'recognition',
};
