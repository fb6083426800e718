import type { TranslationMessages } from 'ra-core';
import { actionMessages } from './action-messages';
import { conversationMessages } from './conversation-messages';
import type { Known } from './known';
import { listMessages } from './list-messages';

/** Every message of react-admin in Chinese; incomplete is a type error. */
export const chineseMessages: Known<TranslationMessages> = {
  ra: { ...actionMessages, ...conversationMessages, ...listMessages },
};
