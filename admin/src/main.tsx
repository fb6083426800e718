import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { loadLanguage } from './language/dictionary';
import { language } from './language/language';

/** The language first: modules of the app make their labels while they load. */
async function start(root: HTMLElement): Promise<void> {
  document.documentElement.lang = language;
  await loadLanguage();
  const { App } = await import('./app');
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}

const root = document.getElementById('root');
if (root) void start(root);
