/** The names of the roles that the product ships with (config/roles.json); other roles show their key. */
export const ROLE_LABELS: Readonly<Record<string, string | undefined>> = {
  provinceSupervisor: '省级主管',
  citySupervisor: '市级主管',
  countySupervisor: '县级主管',
  countyClerk: '县级录入人',
  countyReviewer: '县级审核人',
  townshipClerk: '乡镇录入人',
  townshipReviewer: '乡镇审核人',
  department: '相关部门',
  viewer: '查看人',
  configurator: '配置管理员',
  securityAdministrator: '安全管理员',
  auditor: '审计管理员',
  systemAdministrator: '系统管理员',
};
