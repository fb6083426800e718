import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

export const CHINESE = /\p{Script=Han}/u;

/** A Chinese text of the code and where it stands; values of a template stand as `{}`. */
export interface ChineseText {
  readonly file: string;
  readonly text: string;
}

/** The Chinese texts that stand in the code below a folder, except as the keys of the dictionary. */
export function chineseIn(folder: string, isAsked: (file: string) => boolean): readonly ChineseText[] {
  return sourceFiles(folder)
    .filter(isAsked)
    .flatMap((file) => textsOf(path.join(folder, file)).map((text) => ({ file, text })));
}

function sourceFiles(folder: string): readonly string[] {
  return fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'))
    .sort();
}

function textsOf(file: string): readonly string[] {
  const content = fs.readFileSync(file, 'utf8');
  if (!CHINESE.test(content)) return [];
  const source = ts.createSourceFile(file, content, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const text = textOf(node);
    if (text !== undefined && CHINESE.test(text) && !isKey(node)) found.push(text);
    if (!isSummary(node)) ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function textOf(node: ts.Node): string | undefined {
  if (ts.isLiteralTypeNode(node.parent ?? node)) return undefined;
  if (ts.isStringLiteralLike(node) || ts.isJsxText(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return node.head.text + node.templateSpans.map(({ literal }) => `{}${literal.text}`).join('');
}

/** `t('…')`, `phrase('…')` and `said('…')`. */
function isKey({ parent }: ts.Node): boolean {
  return (
    ts.isCallExpression(parent) &&
    ts.isIdentifier(parent.expression) &&
    ['t', 'phrase', 'said'].includes(parent.expression.text)
  );
}

/** What a door does is said in the interface's description, not on the screen. */
function isSummary(node: ts.Node): boolean {
  return ts.isPropertyAssignment(node) && node.name.getText() === 'summary';
}
