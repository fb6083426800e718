import { IMPORT_KIND_DUTIES, SCOPED_DUTIES, type Duty } from '@anju/domain';
import { t } from '../language/t';
import type { IconName } from '../theme/icon';

export interface PageEntry {
  readonly path: string;
  readonly name: string;
  /** The word in the folded menu and in the tab bar. */
  readonly shortName: string;
  readonly icon: IconName;
  /** Holders of any of these duties see the entry. */
  readonly duties: readonly Duty[];
  /** Among the first pages on a phone, when there is no room for all. */
  readonly onPhone?: 'tab';
  /** Shows how many households of the user's region are still unrecognised, how many warnings wait, or how many records wait for review. */
  readonly counts?: 'unrecognised' | 'warnings' | 'reviews';
}

const IMPORT_DUTIES: readonly Duty[] = Object.values(IMPORT_KIND_DUTIES);

/** The pages of the menu, in its order. */
export const PAGES: readonly PageEntry[] = [
  { path: '/', name: t('工作台'), shortName: t('工作台'), icon: 'home', duties: SCOPED_DUTIES, onPhone: 'tab' },
  {
    path: '/entry',
    name: t('住房保障信息录入'),
    shortName: t('录入'),
    icon: 'pen',
    duties: ['enter'],
    onPhone: 'tab',
    counts: 'unrecognised',
  },
  { path: '/off-list', name: t('库外信息补录'), shortName: t('库外'), icon: 'plus', duties: ['enter'] },
  { path: '/renovations', name: t('危房改造档案'), shortName: t('档案'), icon: 'file', duties: SCOPED_DUTIES },
  {
    path: '/reviews',
    name: t('审核'),
    shortName: t('审核'),
    icon: 'check',
    duties: ['reviewTownship', 'reviewCounty'],
    onPhone: 'tab',
    counts: 'reviews',
  },
  {
    path: '/query',
    name: t('住房保障信息查询'),
    shortName: t('查询'),
    icon: 'search',
    duties: SCOPED_DUTIES,
    onPhone: 'tab',
  },
  {
    path: '/warnings',
    name: t('预警分析'),
    shortName: t('预警'),
    icon: 'warning',
    duties: SCOPED_DUTIES,
    onPhone: 'tab',
    counts: 'warnings',
  },
  {
    path: '/statistics',
    name: t('数据统计分析'),
    shortName: t('统计'),
    icon: 'chart',
    duties: SCOPED_DUTIES,
    onPhone: 'tab',
  },
  { path: '/import', name: t('数据导入'), shortName: t('导入'), icon: 'import', duties: IMPORT_DUTIES },
  { path: '/journal', name: t('操作日志'), shortName: t('日志'), icon: 'file', duties: ['audit'] },
  {
    path: '/users',
    name: t('用户管理'),
    shortName: t('用户'),
    icon: 'users',
    duties: ['manageUsers', 'manageAccounts'],
  },
  { path: '/security', name: t('账号安全'), shortName: t('安全'), icon: 'key', duties: ['manageAccounts'] },
  { path: '/options', name: t('选项维护'), shortName: t('选项'), icon: 'list', duties: ['configure'] },
  { path: '/regions', name: t('行政区划调整'), shortName: t('区划'), icon: 'link', duties: ['configure'] },
];

/** Pages that need the whole width: the menu folds itself there. */
export function isWidePage(pathname: string): boolean {
  return /^\/(entry\/.+|reviews|statistics|users|security|journal|options|regions|renovations|households\/.+)/.test(
    pathname,
  );
}

/** Whether a menu entry stands for the page at this path. */
export function isCurrentPage(entry: PageEntry, pathname: string): boolean {
  return entry.path === '/' ? pathname === '/' : pathname === entry.path || pathname.startsWith(`${entry.path}/`);
}
