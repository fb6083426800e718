import type { Door } from '@anju/domain/contracts';

/** A Strapi content-API route made from a door's contract. */
export interface DoorRoute {
  readonly method: Door['method'];
  readonly path: string;
  readonly handler: string;
  readonly config: {
    readonly policies: readonly { readonly name: string; readonly config: { readonly door: string } }[];
  };
}

/** The routes of one plugin's doors; each asks `has-duty` with its own contract. */
export function routesOf(
  plugin: string,
  doors: readonly Door[],
): {
  type: 'content-api';
  prefix: '';
  routes: DoorRoute[];
} {
  const own = doors.filter((door) => door.id.startsWith(`${plugin}.`));
  // Whole paths without a prefix: a path below one may not be empty, which `/warnings` would be.
  return { type: 'content-api', prefix: '', routes: own.map((door) => route(plugin, door)) };
}

function route(plugin: string, door: Door): DoorRoute {
  return {
    method: door.method,
    path: door.path,
    handler: door.id.slice(plugin.length + 1),
    config: { policies: [{ name: 'plugin::access.has-duty', config: { door: door.id } }] },
  };
}
