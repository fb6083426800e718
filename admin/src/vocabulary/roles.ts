import { t } from '../language/t';

/** The names of the roles that the product ships with (config/roles.json); other roles show their key. */
export const ROLE_LABELS: Readonly<Record<string, string | undefined>> = {
  provinceSupervisor: t('省级主管'),
  citySupervisor: t('市级主管'),
  countySupervisor: t('县级主管'),
  countyClerk: t('县级录入人'),
  countyReviewer: t('县级审核人'),
  townshipClerk: t('乡镇录入人'),
  townshipReviewer: t('乡镇审核人'),
  department: t('相关部门'),
  viewer: t('查看人'),
  configurator: t('配置管理员'),
  securityAdministrator: t('安全管理员'),
  auditor: t('审计管理员'),
  systemAdministrator: t('系统管理员'),
};
