import type { TranslationMessages } from 'ra-core';
import type { english } from './english';
import { isEnglish } from './language';

/** Every sentence that the app's code shows, by its Chinese. */
export type Sentence = keyof typeof english;

/** The English of the app's own sentences, of what the server says, and of react-admin; empty in Chinese. */
export const dictionary: {
  sentences: Readonly<Partial<Record<string, string>>>;
  words: Readonly<Partial<Record<string, string>>>;
  messages: TranslationMessages | undefined;
} = { sentences: {}, words: {}, messages: undefined };

/** Fetches the English before the first module asks for a sentence; Chinese costs nothing. */
export async function loadLanguage(): Promise<void> {
  if (!isEnglish) return;
  const [{ english }, { words }, messages] = await Promise.all([
    import('./english'),
    import('./words'),
    import('ra-language-english'),
  ]);
  dictionary.sentences = english;
  dictionary.words = words;
  dictionary.messages = messages.default;
}
