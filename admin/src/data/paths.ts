const PATHS: Readonly<Record<string, string>> = {
  households: 'registry/households',
  evidence: 'registry/evidence',
  renovations: 'registry/renovations',
  regions: 'access/regions',
  users: 'access/users',
};

/** The door below `/api` that serves a resource. */
export function doorOf(resource: string): string {
  return PATHS[resource] ?? resource;
}
