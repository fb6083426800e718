import type { z } from 'zod';

/** The first message of every field, as error answers carry them: `{ 'members.0.correctedIdNumber': '…' }`. */
export function fieldErrors(error: z.ZodError): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const issue of error.issues) {
    for (const field of fieldsOf(issue))
      errors[field] ??= issue.code === 'unrecognized_keys' ? '不认识的字段' : issue.message;
  }
  return errors;
}

function fieldsOf(issue: z.core.$ZodIssue): readonly string[] {
  const path = fieldPath(issue.path.map(String));
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => [...path, key].join('.'));
  return [path.join('.') || String(issue.path[0] ?? 'body')];
}

/** A condition is named by itself, not by the parameter that carries all of them; `sort` and `range` are one field each. */
function fieldPath(path: readonly string[]): readonly string[] {
  if (path[0] === 'sort' || path[0] === 'range') return path.slice(0, 1);
  return path[0] === 'filter' ? path.slice(1) : path;
}
