import { lazy } from 'react';

/** Pages are loaded when they are first opened, so that the first screen stays small. */
export const WorkbenchPage = lazy(() => import('./workbench').then((pages) => ({ default: pages.WorkbenchPage })));
export const EntryListPage = lazy(() => import('./households').then((pages) => ({ default: pages.EntryListPage })));
export const QueryListPage = lazy(() => import('./households').then((pages) => ({ default: pages.QueryListPage })));
export const HouseholdRecordPage = lazy(() =>
  import('./record').then((pages) => ({ default: pages.HouseholdRecordPage })),
);
export const RecognitionPage = lazy(() =>
  import('./recognition').then((pages) => ({ default: pages.RecognitionPage })),
);
export const OffListPage = lazy(() => import('./off-list').then((pages) => ({ default: pages.OffListPage })));
export const NewHouseholdPage = lazy(() => import('./off-list').then((pages) => ({ default: pages.NewHouseholdPage })));
export const RenovationsPage = lazy(() =>
  import('./renovations').then((pages) => ({ default: pages.RenovationsPage })),
);
export const RenovationPage = lazy(() => import('./renovations').then((pages) => ({ default: pages.RenovationPage })));
export const NewRenovationPage = lazy(() =>
  import('./renovations').then((pages) => ({ default: pages.NewRenovationPage })),
);
export const ReviewsPage = lazy(() => import('./reviews').then((pages) => ({ default: pages.ReviewsPage })));
export const SamplesPage = lazy(() => import('./samples').then((pages) => ({ default: pages.SamplesPage })));
export const SamplePage = lazy(() => import('./samples').then((pages) => ({ default: pages.SamplePage })));
export const StatisticsPage = lazy(() => import('./statistics').then((pages) => ({ default: pages.StatisticsPage })));
export const WarningsPage = lazy(() => import('./warnings').then((pages) => ({ default: pages.WarningsPage })));
export const ImportPage = lazy(() => import('./exchange').then((pages) => ({ default: pages.ImportPage })));
export const JournalPage = lazy(() => import('./journal').then((pages) => ({ default: pages.JournalPage })));
export const SecurityPage = lazy(() => import('./security').then((pages) => ({ default: pages.SecurityPage })));
export const UsersPage = lazy(() => import('./users').then((pages) => ({ default: pages.UsersPage })));
export const OptionsPage = lazy(() => import('./options').then((pages) => ({ default: pages.OptionsPage })));
export const RegionChangesPage = lazy(() =>
  import('./region-changes').then((pages) => ({ default: pages.RegionChangesPage })),
);
export const PasswordPage = lazy(() => import('./auth/password-page').then((page) => ({ default: page.PasswordPage })));
