import { RuleBroken } from '@anju/kit';
import type { Core } from '@strapi/strapi';
import { PANEL_TYPES } from './panel-doors';

interface PanelAccount {
  readonly email: string;
  readonly registrationToken: string | null;
}

/** Strapi's services of the panel, without public types; pinned with its version and covered by a test. */
interface PanelUsers {
  exists(where: { readonly email: string }): Promise<boolean>;
  create(account: object): Promise<PanelAccount>;
}
interface PanelRoles {
  getSuperAdmin(): Promise<{ readonly id: number } | null>;
}

/** Every content type but the configuration's is invisible in the panel, also one that a later version or a plugin adds. */
export function hideFromPanel(strapi: Core.Strapi): void {
  for (const [uid, type] of Object.entries(strapi.contentTypes)) {
    if (PANEL_TYPES.includes(uid)) continue;
    const { pluginOptions } = type as { readonly pluginOptions?: object };
    Object.assign(type, { pluginOptions: { ...pluginOptions, 'content-manager': { visible: false } } });
  }
}

/**
 * Makes an account of the panel without a password and answers the path of its one-time link, at which its owner sets one.
 * Throws RuleBroken when there is one of this address.
 */
export async function invitePanelAccount(strapi: Core.Strapi, email: string, name: string): Promise<string> {
  const users = strapi.service('admin::user') as unknown as PanelUsers;
  const roles = strapi.service('admin::role') as unknown as PanelRoles;
  if (await users.exists({ email })) throw new RuleBroken({ email: '已有这个邮箱的面板账号' });
  const role = await roles.getSuperAdmin();
  if (!role) throw new Error('Strapi has not made its roles');
  const account = await users.create({
    email,
    firstname: name,
    lastname: '',
    roles: [role.id],
    preferedLanguage: 'zh-Hans',
  });
  if (account.registrationToken === null) throw new Error('Strapi has made no invitation');
  return `/admin/auth/register?registrationToken=${account.registrationToken}`;
}
