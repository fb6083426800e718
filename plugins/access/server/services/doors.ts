import { DOORS, type Door } from '@anju/domain/contracts';

const byId = new Map<string, Door>(Object.values<Door>(DOORS).map((door) => [door.id, door]));

interface RouteLike {
  readonly handler?: unknown;
  readonly info?: { readonly pluginName?: string };
}

/** The contract behind a Strapi route, or undefined when the route is not one of ours. */
export function doorOf(route: RouteLike | undefined): Door | undefined {
  if (typeof route?.handler !== 'string' || !route.info?.pluginName) return undefined;
  return byId.get(`${route.info.pluginName}.${route.handler}`);
}

/** The contract with this id; throws when a route names one that does not exist. */
export function doorById(id: string): Door {
  const door = byId.get(id);
  if (!door) throw new Error(`No door is declared as ${id}`);
  return door;
}

interface DoorPattern {
  readonly door: Door;
  readonly pattern: RegExp;
}

const patterns: readonly DoorPattern[] = [...byId.values()].map((door) => ({
  door,
  pattern: new RegExp(`^/api${door.path.replace(/:\w+/g, '[^/]+')}/?$`),
}));

/** The open door at a method and path, or undefined: everything else is shut. */
export function openDoor(method: string, path: string): Door | undefined {
  const asked = method === 'HEAD' ? 'GET' : method;
  return patterns.find(({ door, pattern }) => door.method === asked && pattern.test(path))?.door;
}
