import { EncryptedPDFError, ParseSpeeds, PDFDocument, PDFName } from 'pdf-lib';
import { type ActiveContent, reachedFrom } from './active-content';
import { unpacksSmall } from './inflated-sizes';

/** A document of pages alone, or why it is none. */
export type CleanDocument =
  | { readonly bytes: Uint8Array; readonly pageCount: number }
  | { readonly refused: 'broken' | 'locked' | 'bomb' | ActiveContent };

/** Readers look for the end of the file in its last kilobyte. */
const END_ROOM = 1024;

/**
 * Reads a PDF and writes it anew from what its pages lead to: what is kept is what was looked at, whatever another reader would
 * have found in the bytes that came. Refuses scripts, attachments and media; drops who wrote it with which program.
 */
export async function cleanDocument(bytes: Buffer): Promise<CleanDocument> {
  if (bytes.subarray(-END_ROOM).lastIndexOf('%%EOF') === -1) return { refused: 'broken' };
  if (!unpacksSmall(bytes)) return { refused: 'bomb' };
  try {
    const document = await PDFDocument.load(bytes, {
      parseSpeed: ParseSpeeds.Fastest,
      throwOnInvalidObject: true,
      updateMetadata: false,
    });
    return await rewritten(document);
  } catch (error) {
    return { refused: error instanceof EncryptedPDFError ? 'locked' : 'broken' };
  }
}

async function rewritten(document: PDFDocument): Promise<CleanDocument> {
  const { context, catalog } = document;
  for (const key of ['Metadata', 'PieceInfo']) catalog.delete(PDFName.of(key));
  context.trailerInfo.Info = undefined;
  const { refs, active } = reachedFrom(catalog, context);
  if (active) return { refused: active };
  const root = context.trailerInfo.Root;
  for (const [ref] of context.enumerateIndirectObjects()) {
    if (ref !== root && !refs.has(ref)) context.delete(ref);
  }
  const pageCount = document.getPageCount();
  const bytes = await document.save({ addDefaultPage: false, updateFieldAppearances: false });
  return { bytes, pageCount };
}
