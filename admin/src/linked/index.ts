export { RecogniseLinkedButton } from './recognise-linked-button';
