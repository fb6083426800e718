import { styled } from '@mui/material/styles';
import { useStore } from 'ra-core';
import { Suspense, type ReactNode } from 'react';
import { useLocation } from 'react-router-dom';
import { useCurrentUser, useIsUserPending } from '../auth/current-user';
import { useIdleSignOut } from '../auth/use-idle-sign-out';
import { LoadingRows } from '../states/loading-rows';
import { PHONE, size } from '../theme/tokens';
import { FirstPasswordFrame } from './first-password-frame';
import { PageFault } from './page-fault';
import { PageTitleProvider } from './page-title';
import { isWidePage } from './pages';
import { SideMenu } from './side-menu';
import { SkipLink } from './skip-link';
import { TabBar } from './tab-bar';
import { TopBar } from './top-bar';
import { TownshipBanner } from './township-banner';

const Frame = styled('div')({
  display: 'grid',
  gridTemplate: `${size.bar}px minmax(0, 1fr) / ${size.menu}px minmax(0, 1fr)`,
  height: '100dvh',
  '&.folded': { gridTemplateColumns: `${size.menuFolded}px minmax(0, 1fr)` },
  '& main': {
    minWidth: 0,
    minHeight: 0,
    overflow: 'hidden auto',
    display: 'flex',
    flexDirection: 'column',
    outline: 0,
  },
  [PHONE]: {
    '&, &.folded': { gridTemplate: `${size.bar}px minmax(0, 1fr) auto / minmax(0, 1fr)` },
    '& .page-name': { position: 'absolute', clipPath: 'inset(50%)', width: 1, height: 1, overflow: 'hidden' },
  },
  '@media print': { display: 'block', height: 'auto', '& main': { overflow: 'visible' } },
});

/** The frame of every page behind the sign-in. */
export function AppLayout({ children }: { readonly children: ReactNode }) {
  const { pathname } = useLocation();
  const user = useCurrentUser();
  const isUserPending = useIsUserPending();
  useIdleSignOut(user !== undefined && !user.mustChangePassword);
  const userId = user?.id ?? 0;
  const wide = isWidePage(pathname);
  const [folded, setFolded] = useStore<boolean>(`menu.folded.${wide ? 'wide' : 'usual'}.${userId}`, wide);
  // Until the user is known nothing is asked for: every other door is shut while the first password is in force.
  const page = isUserPending ? <LoadingRows /> : <Suspense fallback={<LoadingRows />}>{children}</Suspense>;
  if (user?.mustChangePassword) {
    return (
      <PageTitleProvider>
        <FirstPasswordFrame>{page}</FirstPasswordFrame>
      </PageTitleProvider>
    );
  }
  return (
    <PageTitleProvider>
      <SkipLink />
      <Frame className={folded ? 'folded' : undefined}>
        <TopBar />
        <SideMenu folded={folded} onToggle={() => setFolded(!folded)} />
        <main id="main-content" tabIndex={-1}>
          <TownshipBanner />
          <PageFault key={pathname}>{page}</PageFault>
        </main>
        <TabBar />
      </Frame>
    </PageTitleProvider>
  );
}
