import { createHash, randomUUID } from 'node:crypto';
import { LARGEST_TEMPLATE_BYTES } from '@anju/domain';
import type { EvidenceConfig } from '@anju/domain/contracts';
import { NotFound, type Received, receivedBytes, requestDb, templateContent, withReceivedFile } from '@anju/kit';
import { keepTemplate, templateFile } from '../queries/template-file';
import { publishCategoryFile, withCategory } from './category-file';
import { standingEvidence } from './documents';
import { checkTemplate } from './template-check';

const TEMPLATE = {
  missing: '请选择要上传的模板',
  largest: LARGEST_TEMPLATE_BYTES,
  tooLarge: '模板超过 2 MB，请缩小其中的图片后再上传',
};

/** What Koa holds of an upload before the door's own work. */
export interface TemplateContext extends Received {
  readonly state: { template?: Buffer };
}

/** Unpacks and checks the upload before its request takes a database connection. */
export async function receiveTemplate(ctx: TemplateContext): Promise<void> {
  ctx.state.template = await withReceivedFile(ctx, TEMPLATE, async (file) => {
    const bytes = await receivedBytes(file);
    checkTemplate(bytes);
    return bytes;
  });
}

/** Publishes the Word template of a category in the place of the former one, or as its first. */
export function publishTemplate(key: string, content: Buffer): Promise<{ version: number; evidence: EvidenceConfig }> {
  const file = createHash('sha256').update(content).digest('hex');
  return publishCategoryFile(key, {
    action: 'template',
    summary: ({ label }) => `更换“${label}”的模板`,
    keep: () => keepTemplate(requestDb(), file, content),
    evidence: (standing, { label, template }) => {
      const known = standing.templates.find((entry) => entry.key === template);
      const next = {
        key: known?.key ?? `template${randomUUID().slice(0, 8)}`,
        name: known?.name ?? `《${label}》`,
        file,
      };
      const templates = known
        ? standing.templates.map((entry) => (entry.key === next.key ? next : entry))
        : [...standing.templates, next];
      return { ...withCategory(standing, key, { template: next.key }), templates };
    },
  });
}

/** The Word template of a key with its name, not filled in; throws NotFound. */
export async function templateOf(key: string): Promise<{ readonly name: string; readonly content: Buffer }> {
  const template = (await standingEvidence()).value.templates.find((entry) => entry.key === key);
  if (!template) throw new NotFound('没有这种证明模板');
  const content = await templateContent(template, (digest) => templateFile(requestDb(), digest));
  return { name: template.name, content };
}
