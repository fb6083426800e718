import { Fragment, type ReactNode } from 'react';
import { dictionary, type Sentence } from './dictionary';

type Places<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Places<Rest> : never;

/** Booleans and nothing at all print nothing, as in JSX. */
type Printed = string | number | boolean | null | undefined;

type Values<Text extends string, Value> = [Places<Text>] extends [never]
  ? []
  : [values: Readonly<Record<Places<Text>, Value>>];

/** A sentence in the language of the page, with its values; one without English does not compile. */
export function t<Text extends Sentence>(sentence: Text, ...[values]: Values<Text, Printed>): string {
  return parts<Printed>(sentence, values).join('');
}

/** A sentence whose values are parts of the page, such as a link. */
export function phrase<Text extends Sentence>(sentence: Text, ...[values]: Values<Text, ReactNode>): ReactNode {
  return parts<ReactNode>(sentence, values).map((part, index) => <Fragment key={index}>{part}</Fragment>);
}

function parts<Value>(
  sentence: Sentence,
  values: Readonly<Partial<Record<string, Value>>> = {},
): readonly (Value | string)[] {
  const text = dictionary.sentences[sentence] ?? sentence;
  return text.split(/\{(\w+)\}/).map((part, index) => {
    if (index % 2 === 0) return part;
    const value = values[part];
    return value === undefined || value === null || typeof value === 'boolean' ? '' : value;
  });
}
