import { saidIn } from './said';

/** Fields of answers that hold the server's words, at any depth; what people typed stands in others. */
const SPOKEN = new Set([
  'actionLabel',
  'after',
  'before',
  'detail',
  'field',
  'group',
  'label',
  'message',
  'phase',
  'roleLabel',
  'sentence',
  'subjectLabel',
  'summary',
]);

/** The configuration is edited as it is written: only its sentences are spoken. */
const SPOKEN_OF_CONFIGURATION = new Set(['message', 'summary']);

/** The parts of the form that a clerk reads. */
const SPOKEN_OF_FORMS = new Set(['guide', 'help', 'hint', 'label', 'name']);

/** A door's answer with the server's words in the language of the page. */
export function spoken<T>(path: string, answer: T): T {
  return saidIn(answer, path.startsWith('/options/') ? SPOKEN_OF_CONFIGURATION : SPOKEN);
}

/** Forms, evidence and options as a clerk reads them. */
export function spokenForms<T>(answer: T): T {
  return saidIn(answer, SPOKEN_OF_FORMS);
}
