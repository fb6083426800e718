import { readFile } from 'node:fs/promises';
import { configPath } from '../config';
import { NotFound } from '../errors';

/** A Word template of the evidence document: with a digest, one that a configurator uploaded. */
export interface WordTemplate {
  readonly key: string;
  readonly name: string;
  readonly file?: string | undefined;
}

/** What a configurator uploaded, else what is shipped in config/certificates. Throws NotFound when the database lacks the upload. */
export async function templateContent(
  { key, name, file }: WordTemplate,
  uploaded: (digest: string) => Promise<Buffer | undefined>,
): Promise<Buffer> {
  if (file === undefined) return readFile(configPath('certificates', `${key}.docx`));
  const content = await uploaded(file);
  if (!content) throw new NotFound(`${name}的模板文件不在本系统中，请联系选项维护人员重新上传`);
  return content;
}
