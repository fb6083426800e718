import type { Duty } from '@anju/domain';
import { DOORS } from '@anju/domain/contracts';
import type { Core } from '@strapi/strapi';
import { setRoleActions, setRoleDuties, setRoleGrants } from '../queries/role-actions';
import { configuredRoles } from './roles-file';

/**
 * Mirrors config/roles.json to users-permissions roles, anju.role_duty and anju.role_grant, each role with exactly the doors its duties open,
 * and the public role with exactly the public doors. Runs as the owner when the node is prepared.
 */
export async function mirrorRoles(strapi: Core.Strapi): Promise<void> {
  const roles = configuredRoles();
  await strapi.db.connection.transaction(async (db) => {
    await setRoleDuties(
      db,
      roles.flatMap((role) => role.duties.map((duty) => ({ role: role.key, duty }))),
    );
    await setRoleGrants(
      db,
      roles.flatMap(({ key, mayGrant, grantsInOwnRegion }) =>
        mayGrant.map((grants) => ({ role: key, grants, own_region: grantsInOwnRegion.includes(grants) })),
      ),
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
