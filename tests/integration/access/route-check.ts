import type { Door } from '@anju/domain/contracts';

/** A route as the running application lists it. */
export interface ListedRoute {
  readonly method: string;
  readonly path: string;
}

interface RouterLayer {
  readonly methods: readonly string[];
  readonly path: unknown;
}

/** Methods that a route is tried with; a GET answers HEAD too, and is tried once. */
const TRIED = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** Pages that need no door: the admin app, and the answer to a load balancer. */
const PAGES = ['/', '/_health'];

/** Values with which a path's parameters are filled, so that a route that is open would find something. */
const FILLED: Readonly<Record<string, string>> = {
  uid: 'api::household.household',
  model: 'api::household.household',
  contentType: 'api::household.household',
  provider: 'local',
};

/** Routes of the router's layers, one for each method that matters; layers without methods are middleware. */
export function listedRoutes(layers: readonly RouterLayer[]): readonly ListedRoute[] {
  return layers.flatMap(({ methods, path }) =>
    TRIED.filter((method) => methods.includes(method)).map((method) => ({ method, path: String(path) })),
  );
}

export function isDeclared(route: ListedRoute, doors: readonly Door[]): boolean {
  return doors.some((door) => door.method === route.method && `/api${door.path}` === route.path);
}

/** Routes that no contract declares: all of them must be shut. */
export function undeclaredRoutes(routes: readonly ListedRoute[], doors: readonly Door[]): readonly ListedRoute[] {
  return routes.filter((route) => !isDeclared(route, doors) && !PAGES.includes(route.path));
}

/** Doors that the application does not mount. */
export function missingDoors(routes: readonly ListedRoute[], doors: readonly Door[]): readonly string[] {
  return doors
    .filter((door) => !routes.some(({ method, path }) => method === door.method && path === `/api${door.path}`))
    .map(({ id }) => id);
}

/** An address that the route's pattern matches. */
export function addressOf(path: string): string {
  return path
    .replace(/\(\(\?!uploads\/\)\.\+\)/, 'index.js')
    .replace(/\(\.\*\)/g, 'anything')
    .replace(/:(\w+)/g, (_match, name: string) => FILLED[name] ?? '1');
}

export interface Opening extends ListedRoute {
  readonly who: string;
  readonly status: number;
}

/** Answers the status of a request by one caller. */
export type Knock = (who: string, method: string, address: string) => Promise<number>;

/** Tries every undeclared route as every caller; what does not answer 404 is open. */
export async function openings(
  routes: readonly ListedRoute[],
  who: readonly string[],
  knock: Knock,
): Promise<Opening[]> {
  const found: Opening[] = [];
  for (const route of routes) {
    const statuses = await Promise.all(who.map((caller) => knock(caller, route.method, addressOf(route.path))));
    statuses.forEach((status, index) => {
      if (status !== 404) found.push({ ...route, who: who[index] ?? '', status });
    });
  }
  return found;
}
