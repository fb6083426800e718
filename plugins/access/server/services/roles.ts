import { DUTIES, type Duty } from '@anju/domain';
import { DOORS, z } from '@anju/domain/contracts';
import { parse, readConfig } from '@anju/kit';
import type { Core } from '@strapi/strapi';

const rolesFile = z.object({
  roles: z.array(z.object({ key: z.string(), label: z.string(), duties: z.array(z.enum(DUTIES)) })),
});
type RoleConfig = z.infer<typeof rolesFile>['roles'][number];

/**
 * Mirrors config/roles.json to users-permissions roles and anju.role_duty, each role with exactly the doors its duties open,
 * and the public role with exactly the public doors. Runs as the owner when the node is prepared.
 */
export async function mirrorRoles(strapi: Core.Strapi): Promise<void> {
  const { roles } = parse(rolesFile, readConfig('roles.json'), 'roles.json: ');
  await mirrorDuties(strapi, roles);
  await setActions(strapi, 'public', '访客', openActions());
  await setActions(strapi, 'authenticated', '未分配', []);
  for (const role of roles) {
    await setActions(strapi, role.key, role.label, [...openActions(), ...signedInActions(role.duties)]);
  }
}

async function mirrorDuties(strapi: Core.Strapi, roles: readonly RoleConfig[]): Promise<void> {
  const rows = roles.flatMap((role) => role.duties.map((duty) => ({ role: role.key, duty })));
  await strapi.db.connection.transaction(async (trx) => {
    await trx.withSchema('anju').from('role_duty').delete();
    await trx.withSchema('anju').insert(rows).into('role_duty');
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

async function setActions(strapi: Core.Strapi, type: string, name: string, actions: readonly string[]): Promise<void> {
  const roleQuery = strapi.db.query('plugin::users-permissions.role');
  const permissionQuery = strapi.db.query('plugin::users-permissions.permission');
  const existing = await roleQuery.findOne({ where: { type }, populate: ['permissions'] });
  const role = existing ?? (await roleQuery.create({ data: { type, name, description: name } }));
  // Strapi types the populated relation as unknown.
  const granted = (existing?.permissions ?? []) as readonly { readonly id: number; readonly action: string }[];
  const wanted = new Set(actions);
  const gone = granted.filter(({ action }) => !wanted.has(action)).map(({ id }) => id);
  if (gone.length > 0) await permissionQuery.deleteMany({ where: { id: { $in: gone } } });
  const have = new Set(granted.map(({ action }) => action));
  for (const action of wanted) {
    if (!have.has(action)) await permissionQuery.create({ data: { action, role: role.id } });
  }
}
