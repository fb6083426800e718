import { templateFileDoor, templateUploadDoor } from '@anju/domain/contracts';
import { BadInput, type DoorContext, parseDoor, sendDownload, WORD_TYPE } from '@anju/kit';
import { publishTemplate, type TemplateContext, templateOf } from '../services/template';

/** Doors to the Word templates of evidence categories. */
export const templateController = {
  async upload(ctx: DoorContext & Pick<TemplateContext, 'state'>) {
    const { params } = parseDoor(templateUploadDoor, ctx);
    if (!ctx.state.template) throw new BadInput({ file: '请选择要上传的模板' });
    ctx.body = await publishTemplate(params.key, ctx.state.template);
  },

  async file(ctx: DoorContext) {
    const { params } = parseDoor(templateFileDoor, ctx);
    const { name, content } = await templateOf(params.key);
    sendDownload(ctx, { fileName: `${name.replace(/[《》]/g, '')}（模板）.docx`, type: WORD_TYPE, content });
  },
};
