import polyglotI18nProvider from 'ra-i18n-polyglot';
import { chineseMessages } from './chinese-messages';

/** Chinese only; react-admin asks it for every word of its own. */
export const i18nProvider = polyglotI18nProvider(
  () => chineseMessages,
  'zh-CN',
  [{ locale: 'zh-CN', name: '简体中文' }],
  {
    allowMissing: true,
  },
);
