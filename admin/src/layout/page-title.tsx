import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { t } from '../language/t';

interface PageTitleState {
  readonly title: string;
  readonly setTitle: (title: string) => void;
}

const PageTitleContext = createContext<PageTitleState>({ title: t('安居'), setTitle: () => undefined });

/** Holds the current page's name for the top bar of the phone. */
export function PageTitleProvider({ children }: { readonly children: ReactNode }) {
  const [title, setTitle] = useState(t('安居'));
  const state = useMemo(() => ({ title, setTitle }), [title]);
  return <PageTitleContext.Provider value={state}>{children}</PageTitleContext.Provider>;
}

/** The current page's short name. */
export function usePageTitle(): string {
  return useContext(PageTitleContext).title;
}

/** Names the page in the browser's title and, shortly, in the phone's top bar. */
export function useNamedPage(title: string, shortTitle = title): void {
  const { setTitle } = useContext(PageTitleContext);
  useEffect(() => {
    document.title = t('{title} · 安居', { title });
    setTitle(shortTitle);
  }, [title, shortTitle, setTitle]);
}
