import { CERTIFICATE_VALUES } from '@anju/domain';
import { type Archive, ArchiveTooLarge, LooseBrace, openArchive, placeholdersOf, RuleBroken } from '@anju/kit';

const KNOWN: readonly string[] = CERTIFICATE_VALUES;
const EXTERNAL = /<Relationship\b[^>]*TargetMode="External"[^>]*>/g;
const NO_DOCUMENT = '文件不是 Word 文档（.docx）；旧版 .doc 请在 Word 中另存为 .docx';
const TOO_LARGE = '模板内容过多，请只保留证明的正文和必要的图片';

/** Refuses a file that is no Word document, brings more than text, or names a value that no certificate has; it says which. */
export function checkTemplate(bytes: Buffer): void {
  const problem = problemOf(bytes);
  if (problem !== undefined) throw new RuleBroken({ file: problem }, problem);
}

function problemOf(bytes: Buffer): string | undefined {
  try {
    const archive = openArchive(bytes);
    return foreignContent(archive) ?? unknownNames(placeholdersOf(archive));
  } catch (error) {
    if (error instanceof LooseBrace) return `花括号不成对：“${error.text.slice(0, 40)}”`;
    // What cannot be unpacked or read is no Word document.
    return error instanceof ArchiveTooLarge ? TOO_LARGE : NO_DOCUMENT;
  }
}

function foreignContent(archive: Archive): string | undefined {
  const names = Object.keys(archive.files);
  if (names.some((name) => /vbaProject|vbaData/i.test(name))) return '模板不能带宏，请另存为不含宏的 .docx';
  if (names.some((name) => /^word\/(embeddings|activeX)\//i.test(name))) return '模板中不能嵌入其他文件或控件';
  return hasOutsideContent(archive) ? '模板引用了外部的文件或图片，请改为插入到文档中' : undefined;
}

function unknownNames(names: readonly string[]): string | undefined {
  const unknown = names.filter((name) => !KNOWN.includes(name));
  if (unknown.length === 0) return undefined;
  return `无法识别的栏目：${unknown.map((name) => `{${name}}`).join('、')}。可用的栏目：${KNOWN.map((name) => `{${name}}`).join('')}`;
}

/** Word would fetch it from elsewhere when a clerk opens the certificate; links that one has to click are none of these. */
function hasOutsideContent(archive: Archive): boolean {
  const relations = archive.file(/\.rels$/).map((part) => part.asText());
  return relations.some((text) => [...text.matchAll(EXTERNAL)].some(([entry]) => !entry.includes('/hyperlink"')));
}
