import { SCOPED_DUTIES, type Duty } from '@anju/domain';
import type { IconName } from '../theme/icon';

export interface PageEntry {
  readonly path: string;
  readonly name: string;
  /** The word in the folded menu and in the tab bar. */
  readonly shortName: string;
  readonly icon: IconName;
  /** Holders of any of these duties see the entry. */
  readonly duties: readonly Duty[];
  /** Shows how many households of the user's region are still unrecognised, how many warnings wait, or how many records wait for review. */
  readonly counts?: 'unrecognised' | 'warnings' | 'reviews';
}

/** The pages of the menu, in its order. */
export const PAGES: readonly PageEntry[] = [
  { path: '/', name: '工作台', shortName: '工作台', icon: 'home', duties: SCOPED_DUTIES },
  {
    path: '/entry',
    name: '住房保障信息录入',
    shortName: '录入',
    icon: 'pen',
    duties: ['enter'],
    counts: 'unrecognised',
  },
  { path: '/off-list', name: '库外信息补录', shortName: '库外', icon: 'plus', duties: ['enter'] },
  { path: '/renovations', name: '危房改造档案', shortName: '档案', icon: 'file', duties: SCOPED_DUTIES },
  {
    path: '/reviews',
    name: '审核',
    shortName: '审核',
    icon: 'check',
    duties: ['reviewTownship', 'reviewCounty'],
    counts: 'reviews',
  },
  { path: '/query', name: '住房保障信息查询', shortName: '查询', icon: 'search', duties: SCOPED_DUTIES },
  {
    path: '/warnings',
    name: '预警分析',
    shortName: '预警',
    icon: 'warning',
    duties: SCOPED_DUTIES,
    counts: 'warnings',
  },
  { path: '/statistics', name: '数据统计分析', shortName: '统计', icon: 'chart', duties: SCOPED_DUTIES },
  { path: '/import', name: '数据导入', shortName: '导入', icon: 'import', duties: ['importLists'] },
  { path: '/journal', name: '操作日志', shortName: '日志', icon: 'file', duties: ['audit'] },
  { path: '/users', name: '用户管理', shortName: '用户', icon: 'users', duties: ['manageUsers'] },
  { path: '/options', name: '选项维护', shortName: '选项', icon: 'list', duties: ['configure'] },
];

/** Pages that need the whole width: the menu folds itself there. */
export function isWidePage(pathname: string): boolean {
  return /^\/(entry\/.+|reviews|statistics|users|journal|options|renovations|households\/.+)/.test(pathname);
}

/** Whether a menu entry stands for the page at this path. */
export function isCurrentPage(entry: PageEntry, pathname: string): boolean {
  return entry.path === '/' ? pathname === '/' : pathname === entry.path || pathname.startsWith(`${entry.path}/`);
}
