import { announcements } from './announcements';
import { auth } from './auth';
import { drafts } from './drafts';
import { exchange } from './exchange';
import { households } from './households';
import { http } from './http';
import { journal } from './journal';
import { layout } from './layout';
import { linked } from './linked';
import { offList } from './off-list';
import { options } from './options';
import { recognition } from './recognition';
import { recognitionPage } from './recognition-page';
import { record } from './record';
import { regionChanges } from './region-changes';
import { renovations } from './renovations';
import { reviews } from './reviews';
import { samples } from './samples';
import { security } from './security';
import { shared } from './shared';
import { statistics } from './statistics';
import { users } from './users';
import { warnings } from './warnings';
import { workbench } from './workbench';

/** The English of every Chinese sentence in the app's code, which is its key. */
export const english = {
  ...announcements,
  ...auth,
  ...drafts,
  ...exchange,
  ...households,
  ...http,
  ...journal,
  ...layout,
  ...linked,
  ...offList,
  ...options,
  ...recognition,
  ...recognitionPage,
  ...record,
  ...regionChanges,
  ...renovations,
  ...reviews,
  ...samples,
  ...security,
  ...shared,
  ...statistics,
  ...users,
  ...warnings,
  ...workbench,
} as const;
