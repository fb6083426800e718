import { DUTIES, type Duty } from '@anju/domain';
import { DOORS, z } from '@anju/domain/contracts';
import { parse, readConfig } from '@anju/kit';
import type { Core } from '@strapi/strapi';
import { setRoleActions, setRoleDuties } from '../queries/role-actions';

const rolesFile = z.object({
  roles: z.array(z.object({ key: z.string(), label: z.string(), duties: z.array(z.enum(DUTIES)) })),
});

/**
 * Mirrors config/roles.json to users-permissions roles and anju.role_duty, each role with exactly the doors its duties open,
 * and the public role with exactly the public doors. Runs as the owner when the node is prepared.
 */
export async function mirrorRoles(strapi: Core.Strapi): Promise<void> {
  const { roles } = parse(rolesFile, readConfig('roles.json'), 'roles.json: ');
  await strapi.db.connection.transaction(async (db) => {
    await setRoleDuties(
      db,
      roles.flatMap((role) => role.duties.map((duty) => ({ role: role.key, duty }))),
    );
    await setRoleActions(db, 'public', '访客', openActions());
    await setRoleActions(db, 'authenticated', '未分配', []);
    for (const role of roles) {
      await setRoleActions(db, role.key, role.label, [...openActions(), ...signedInActions(role.duties)]);
    }
  });
}

function openActions(): string[] {
  return DOORS.filter((door) => door.access === 'public').map((door) => `plugin::${door.id}`);
}

function signedInActions(duties: readonly Duty[]): string[] {
  return DOORS.filter(
    ({ access }) => access === 'signedIn' || (access !== 'public' && access.some((duty) => duties.includes(duty))),
  ).map((door) => `plugin::${door.id}`);
}
