export { DraftsButton } from './drafts-button';
