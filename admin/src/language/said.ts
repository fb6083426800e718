import { dictionary } from './dictionary';
import { isEnglish } from './language';

const CHINESE = /\p{Script=Han}/u;

/** Where a sentence nobody foresaw is taken apart. */
const MARKS: readonly (readonly [string, string])[] = [
  ['；', '; '],
  ['。', '. '],
  ['：', ': '],
  ['，', ', '],
  ['、', ', '],
  [' ', ' '],
];

const remembered = new Map<string, string>();

/** A word of the product or a sentence of the server in the language of the page; what is unknown, such as data, stays as it is. */
export function said(text: string): string {
  if (!isEnglish || !CHINESE.test(text)) return text;
  const known = remembered.get(text);
  if (known !== undefined) return known;
  const english = exactly(text) ?? byPattern(text) ?? byParts(text);
  remembered.set(text, english);
  return english;
}

/** The same of every text in a table of labels or an answer. */
export function saidThroughout<T>(value: T): T {
  return isEnglish ? through(value, () => true) : value;
}

/** The same of the named fields of an answer, at any depth. */
export function saidIn<T>(answer: T, fields: ReadonlySet<string>): T {
  return isEnglish ? through(answer, (field) => fields.has(field)) : answer;
}

function through<T>(value: T, isSpoken: (field: string) => boolean, field = ''): T {
  // The shape stays as it was: only texts become other texts.
  if (typeof value === 'string') return (isSpoken(field) ? said(value) : value) as T;
  if (Array.isArray(value)) return value.map((one: unknown) => through(one, isSpoken, field)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, through(one, isSpoken, key)])) as T;
}

function exactly(text: string): string | undefined {
  return dictionary.words[text] ?? dictionary.sentences[text];
}

interface Pattern {
  readonly matcher: RegExp;
  readonly names: readonly string[];
  readonly english: string;
}

/** A value opens no bracket that it does not close, so that it does not reach into its neighbour. */
const VALUE = '((?:[^（）]|（[^（）]*）)*?)';
/** Inside a clause it reaches into no other clause either. */
const VALUE_IN_CLAUSE = '((?:[^（）；]|（[^（）]*）)*?)';

let patterns: readonly Pattern[] | undefined;

/** Sentences with values, the most particular first. */
function allPatterns(): readonly Pattern[] {
  patterns ??= Object.entries(dictionary.words)
    .filter(([chinese]) => chinese.includes('{'))
    .sort(([one], [other]) => letters(other) - letters(one))
    .map(([chinese, english = '']) => ({
      matcher: matcherOf(chinese),
      names: [...chinese.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name),
      english,
    }));
  return patterns;
}

function matcherOf(sentence: string): RegExp {
  const value = /[。；]/.test(sentence) ? VALUE : VALUE_IN_CLAUSE;
  const literals = sentence.split(/\{\w+\}/).map(literally);
  return new RegExp(`^${literals.join(value)}$`, 's');
}

function letters(sentence: string): number {
  return sentence.replace(/\{\w+\}/g, '').length;
}

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function byPattern(text: string): string | undefined {
  for (const { matcher, names, english } of allPatterns()) {
    const found = matcher.exec(text);
    if (found)
      return english.replace(/\{(\w+)\}/g, (_place, name: string) => said(found[names.indexOf(name) + 1] ?? ''));
  }
  return undefined;
}

/** What stands between marks, one by one, when any of it is known. */
function byParts(text: string): string {
  for (const [mark, english] of MARKS) {
    if (!text.includes(mark)) continue;
    const parts = text.split(mark);
    const translated = parts.map(said);
    if (translated.some((part, index) => part !== parts[index])) return translated.join(english).trim();
  }
  return text;
}
