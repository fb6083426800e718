import path from 'node:path';
import { DOORS, userWorkbookDoor } from '@anju/domain/contracts';
import { makeTransactionsLight, routesOf, sendInPackets, sqlSteps } from '@anju/kit';
import type { Core } from '@strapi/strapi';
import { accountController } from './controllers/account';
import { journalController } from './controllers/journal';
import { meController } from './controllers/me';
import { regionController } from './controllers/region';
import { regionChangeController } from './controllers/region-change';
import { signInPolicyController } from './controllers/sign-in-policy';
import { townshipRequestController } from './controllers/township-request';
import { userController } from './controllers/user';
import { answers } from './middlewares/answers';
import { closedDoors } from './middlewares/closed-doors';
import { knownToken } from './middlewares/known-token';
import { hasDutyPolicy } from './policies/has-duty';
import { importRegions, loadRegions } from './services/regions';
import { mirrorRoles } from './services/roles';
import { createAccounts, type NewAccount } from './services/accounts';
import { startSealing, stopSealing } from './services/journal-sealing';
import { hideFromPanel, invitePanelAccount } from './services/panel';
import { isBuilderServed, isPanelServed } from './services/panel-doors';
import { installScopeHook, registerBeforeScope } from './services/scope-hook';
import { receiveUserWorkbook } from './services/user-workbook';
import { wrapSignIn } from './services/sign-in';

export default {
  register({ strapi }: { strapi: Core.Strapi }): void {
    hideFromPanel(strapi);
    wrapSignIn(strapi);
    installScopeHook(strapi);
    sendInPackets(strapi);
    makeTransactionsLight(strapi);
    registerBeforeScope(userWorkbookDoor.id, (ctx) => receiveUserWorkbook(strapi, ctx));
  },
  bootstrap: ({ strapi }: { strapi: Core.Strapi }) => startSealing(strapi),
  destroy: () => stopSealing(),
  routes: { 'content-api': routesOf('access', DOORS) },
  controllers: {
    account: accountController,
    journal: journalController,
    me: meController,
    region: regionController,
    'region-change': regionChangeController,
    user: userController,
    'sign-in-policy': signInPolicyController,
    'township-request': townshipRequestController,
  },
  policies: { 'has-duty': hasDutyPolicy },
  middlewares: { answers, 'closed-doors': closedDoors, 'known-token': knownToken },
  services: {
    /** What the prepare step needs of this plugin. */
    prepare: ({ strapi }: { strapi: Core.Strapi }) => ({
      steps: () => sqlSteps(path.join(__dirname, '..', '..', 'server', 'sql')),
      seed: async () => {
        await mirrorRoles(strapi);
        await loadRegions(strapi.db.connection);
      },
    }),
    /** Accounts made by the node's owner: the demonstration's, and the first administrator. */
    accounts: ({ strapi }: { strapi: Core.Strapi }) => ({
      create: (accounts: readonly NewAccount[]) => createAccounts(strapi, accounts),
    }),
    /** Regions of other provinces, brought by an operator. */
    regions: ({ strapi }: { strapi: Core.Strapi }) => ({
      importFile: (file: string) => importRegions(strapi.db.connection, file),
    }),
    /** Work that other plugins do before a request takes its connection. */
    scope: () => ({ beforeScope: registerBeforeScope }),
    /** Strapi's panel, where the operator asks for it. */
    panel: ({ strapi }: { strapi: Core.Strapi }) => ({
      isServed: isPanelServed,
      isBuilderServed,
      invite: (email: string, name: string) => invitePanelAccount(strapi, email, name),
    }),
  },
};
