export { KindPreview } from './kind-preview';
export { RecognitionPage } from './recognition-page';
