/** A sheet as the workbook names it. */
export interface NamedSheet {
  readonly name: string;
  /** The relation that tells its part. */
  readonly relation: string;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The visible sheets of `xl/workbook.xml`, in its order. */
export function visibleSheets(workbookXml: string): readonly NamedSheet[] {
  return tags(workbookXml, 'sheet')
    .filter((tag) => !['hidden', 'veryHidden'].includes(attribute(tag, 'state')))
    .map((tag) => ({ name: attribute(tag, 'name'), relation: attribute(tag, '\\w+:id') }));
}

/** The name in the archive of a sheet's part, by `xl/_rels/workbook.xml.rels`; '' when the relations do not name it. */
export function partOfSheet(sheet: NamedSheet | undefined, relationsXml: string): string {
  const relation = tags(relationsXml, 'Relationship').find((tag) => attribute(tag, 'Id') === sheet?.relation);
  if (!relation) return '';
  const target = attribute(relation, 'Target');
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
}

function tags(xml: string, name: string): readonly string[] {
  return [...xml.matchAll(new RegExp(`<(?:\\w+:)?${name}\\s[^>]*>`, 'g'))].map(([tag]) => tag);
}

function attribute(tag: string, name: string): string {
  return unescaped(new RegExp(`\\s${name}=["']([^"']*)["']`).exec(tag)?.[1] ?? '');
}

function unescaped(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|apos);/g, (entity, name: string) => ENTITIES[name] ?? entity);
}
