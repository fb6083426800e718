import { CustomRoutes, localStorageStore } from 'ra-core';
import { Admin } from 'react-admin';
import { Route } from 'react-router-dom';
import { createAuthProvider } from './auth/auth-provider';
import { SignInPage } from './auth/sign-in-page';
import { createDataProvider } from './data/data-provider';
import { i18nProvider } from './i18n/i18n-provider';
import { t } from './language/t';
import { AppLayout } from './layout/app-layout';
import { NotFoundPage } from './layout/not-found-page';
import {
  EntryListPage,
  HouseholdRecordPage,
  ImportPage,
  JournalPage,
  NewHouseholdPage,
  NewRenovationPage,
  OffListPage,
  OptionsPage,
  PasswordPage,
  QueryListPage,
  RecognitionPage,
  RegionChangesPage,
  RenovationPage,
  RenovationsPage,
  ReviewsPage,
  SamplePage,
  SamplesPage,
  SecurityPage,
  StatisticsPage,
  UsersPage,
  WarningsPage,
  WorkbenchPage,
} from './lazy-pages';
import { createQueryClient } from './query-client';
import { anjuTheme } from './theme/theme';

const queryClient = createQueryClient();
const authProvider = createAuthProvider(queryClient);
const dataProvider = createDataProvider();
// Preferences only (folded menu, hidden columns), keyed by user: nothing about persons is ever stored.
const store = localStorageStore(undefined, 'anju');

/** The admin app: react-admin's providers, our frame, one lazily loaded page a route. */
export function App() {
  return (
    <Admin
      title={t('安居')}
      authProvider={authProvider}
      dataProvider={dataProvider}
      i18nProvider={i18nProvider}
      queryClient={queryClient}
      store={store}
      theme={anjuTheme}
      layout={AppLayout}
      loginPage={SignInPage}
      catchAll={NotFoundPage}
      requireAuth
      disableTelemetry
    >
      <CustomRoutes>
        <Route path="/" element={<WorkbenchPage />} />
        <Route path="/entry" element={<EntryListPage />} />
        <Route path="/entry/:id" element={<RecognitionPage />} />
        <Route path="/off-list" element={<OffListPage />} />
        <Route path="/off-list/new" element={<NewHouseholdPage />} />
        <Route path="/query" element={<QueryListPage />} />
        <Route path="/households/:id" element={<HouseholdRecordPage />} />
        <Route path="/renovations" element={<RenovationsPage />} />
        <Route path="/renovations/new" element={<NewRenovationPage />} />
        <Route path="/renovations/:id" element={<RenovationPage />} />
        <Route path="/reviews" element={<ReviewsPage />} />
        <Route path="/reviews/samples" element={<SamplesPage />} />
        <Route path="/reviews/samples/:id" element={<SamplePage />} />
        <Route path="/warnings" element={<WarningsPage />} />
        <Route path="/statistics" element={<StatisticsPage />} />
        <Route path="/import" element={<ImportPage />} />
        <Route path="/journal" element={<JournalPage />} />
        <Route path="/security" element={<SecurityPage />} />
        <Route path="/users" element={<UsersPage />} />
        <Route path="/options" element={<OptionsPage />} />
        <Route path="/regions" element={<RegionChangesPage />} />
        <Route path="/password" element={<PasswordPage />} />
      </CustomRoutes>
    </Admin>
  );
}
