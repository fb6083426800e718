import type { DXT } from 'docxtemplater';

/**
 * Takes each placeholder of a template as a name, whatever it begins with: docxtemplater's loops, conditions and raw XML are
 * never asked. Notes the names that it meets.
 */
export class PlainPlaceholders implements DXT.Module {
  readonly name = 'PlainPlaceholders';
  readonly names = new Set<string>();
  /** What kind of document it is, as docxtemplater tells its modules. */
  fileType?: string;

  // Its types know prefixes only, its parser.js takes expressions, too: the part keeps its whole text and belongs to no module.
  matchers(): ReturnType<NonNullable<DXT.Module['matchers']>> {
    const onMatch = ({ value }: { readonly value: string }) => this.names.add(value);
    return [[/^([^]*)$/ as unknown as string, '', { priority: Number.MAX_SAFE_INTEGER, onMatch }]];
  }
}
