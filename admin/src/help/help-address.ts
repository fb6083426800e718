import { matchPath } from 'react-router-dom';

/** Where the manual (docs/manual) explains each screen, by the path of its route. */
export const HELP: Readonly<Record<string, string>> = {
  '/login': 'index.html#sign-in',
  '/': 'index.html#workbench',
  '/password': 'index.html#password',
  '/entry': 'clerk.html#entry',
  '/entry/:id': 'clerk.html#form',
  '/off-list': 'clerk.html#off-list',
  '/off-list/new': 'clerk.html#off-list',
  '/query': 'supervisor.html#query',
  '/households/:id': 'clerk.html#record',
  '/renovations': 'clerk.html#renovations',
  '/renovations/new': 'clerk.html#renovations',
  '/renovations/:id': 'clerk.html#renovations',
  '/reviews': 'reviewer.html#reviews',
  '/reviews/samples': 'reviewer.html#samples',
  '/reviews/samples/:id': 'reviewer.html#samples',
  '/warnings': 'clerk.html#warnings',
  '/statistics': 'supervisor.html#statistics',
  '/import': 'supervisor.html#import',
  '/journal': 'administrator.html#journal',
  '/users': 'supervisor.html#users',
  '/security': 'administrator.html#security',
  '/options': 'configurator.html#options',
  '/regions': 'configurator.html#regions',
};

/** The manual's address for the screen at a path; its beginning for a path that is none. */
export function helpAddress(pathname: string): string {
  const route = Object.keys(HELP).find((pattern) => matchPath(pattern, pathname) !== null);
  return `/manual/${(route !== undefined && HELP[route]) || 'index.html'}`;
}
