import { sampleFileDoor, sampleUploadDoor } from '@anju/domain/contracts';
import { BadInput, type DoorContext, parseDoor } from '@anju/kit';
import { publishSample, sampleOf, type SampleUpload } from '../services/sample';

/** The register decodes the upload before the request takes a connection. */
type UploadContext = DoorContext & { readonly state: { readonly evidence?: SampleUpload } };

/** Doors to the sample pictures of evidence categories. */
export const sampleController = {
  async upload(ctx: UploadContext) {
    const { params } = parseDoor(sampleUploadDoor, ctx);
    if (!ctx.state.evidence) throw new BadInput({ file: '请选择要上传的照片' });
    ctx.body = await publishSample(params.key, ctx.state.evidence);
  },

  async file(ctx: DoorContext) {
    const { params } = parseDoor(sampleFileDoor, ctx);
    const picture = await sampleOf(params.key);
    ctx.set('Content-Type', 'image/jpeg');
    ctx.set('X-Content-Type-Options', 'nosniff');
    ctx.body = picture;
  },
};
