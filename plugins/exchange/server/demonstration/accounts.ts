/** A demonstration account; made only in the embedded database, exempt from the forced first change of its password. */
export interface DemonstrationAccount {
  readonly username: string;
  /** Printed as 录入人姓名. */
  readonly name: string;
  readonly role: string;
  readonly regionCode: string;
  /** False: a township account that carries its county's code until its township is chosen. */
  readonly placed?: false;
  /** 审核责任人, the defaults of the form; entering accounts carry both. */
  readonly townshipReviewer?: string;
  readonly countyReviewer?: string;
}

export const DEMONSTRATION_PASSWORD = 'Anju-demo-2020';

const PROVINCE = '52';
const CITY = '5204';
const COUNTY = '520425';
const TOWNSHIP = '520425102';
const OTHER_COUNTY = '520402';

const REVIEWERS = { townshipReviewer: '演示乡镇审核人', countyReviewer: '演示县级审核人' };

/** One account a role, and those with which the region scope can be tried. */
export const DEMONSTRATION_ACCOUNTS: readonly DemonstrationAccount[] = [
  { username: 'demo-province', name: '演示省级主管', role: 'provinceSupervisor', regionCode: PROVINCE },
  { username: 'demo-city', name: '演示市级主管', role: 'citySupervisor', regionCode: CITY },
  { username: 'demo-county', name: '演示县级主管', role: 'countySupervisor', regionCode: COUNTY },
  { username: 'demo-clerk', name: '演示县级录入人', role: 'countyClerk', regionCode: COUNTY, ...REVIEWERS },
  {
    username: 'demo-township-clerk',
    name: '演示乡镇录入人',
    role: 'townshipClerk',
    regionCode: TOWNSHIP,
    ...REVIEWERS,
  },
  { username: 'demo-township-reviewer', name: '演示乡镇审核人', role: 'townshipReviewer', regionCode: TOWNSHIP },
  { username: 'demo-county-reviewer', name: '演示县级审核人', role: 'countyReviewer', regionCode: COUNTY },
  { username: 'demo-other-clerk', name: '演示邻县录入人', role: 'countyClerk', regionCode: OTHER_COUNTY, ...REVIEWERS },
  {
    username: 'demo-township-unset',
    name: '演示未填乡镇录入人',
    role: 'townshipClerk',
    regionCode: COUNTY,
    placed: false,
    ...REVIEWERS,
  },
  { username: 'demo-configurator', name: '演示配置管理员', role: 'configurator', regionCode: PROVINCE },
  { username: 'demo-security', name: '演示安全管理员', role: 'securityAdministrator', regionCode: PROVINCE },
  { username: 'demo-auditor', name: '演示审计管理员', role: 'auditor', regionCode: PROVINCE },
  { username: 'demo-system', name: '演示系统管理员', role: 'systemAdministrator', regionCode: PROVINCE },
];
