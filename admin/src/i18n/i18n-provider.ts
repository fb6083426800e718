import polyglotI18nProvider from 'ra-i18n-polyglot';
import { dictionary } from '../language/dictionary';
import { language, LANGUAGES } from '../language/language';
import { chineseMessages } from './chinese-messages';

/** react-admin asks it for every word of its own. */
export const i18nProvider = polyglotI18nProvider(
  () => dictionary.messages ?? chineseMessages,
  language,
  [{ locale: language, name: LANGUAGES[language] }],
  {
    allowMissing: true,
  },
);
