export { RecognitionPage } from './recognition-page';
