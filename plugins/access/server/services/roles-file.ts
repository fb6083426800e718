import { DUTIES, USER_LEVELS } from '@anju/domain';
import { z } from '@anju/domain/contracts';
import { parse, readConfig } from '@anju/kit';

const rolesFile = z.object({
  roles: z.array(
    z.object({
      key: z.string(),
      label: z.string(),
      levels: z.array(z.enum(USER_LEVELS)),
      duties: z.array(z.enum(DUTIES)),
      mayGrant: z.array(z.string()),
      grantsInOwnRegion: z.array(z.string()),
    }),
  ),
});

/** A role of config/roles.json. */
export type RoleEntry = z.infer<typeof rolesFile>['roles'][number];

/** The roles of config/roles.json, in its order. */
export function configuredRoles(): readonly RoleEntry[] {
  return parse(rolesFile, readConfig('roles.json'), 'roles.json: ').roles;
}

/** The role with this key. */
export function configuredRole(key: string): RoleEntry | undefined {
  return configuredRoles().find((role) => role.key === key);
}
