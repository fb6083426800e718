import { styled } from '@mui/material/styles';
import { t } from '../../language/t';
import { PDF_TYPE } from './file-pickers';
import { LinkButton } from '../section';
import { Icon } from '../../theme/icon';
import { colour } from '../../theme/tokens';
import { Thumb } from './thumb';
import type { Upload, UploadQueue } from './upload-queue';

const Row = styled('li')({
  display: 'flex',
  gap: 8,
  fontSize: 12,
  lineHeight: '18px',
  '& .facts': { flex: 1, minWidth: 0, display: 'flex', flexDirection: 'column', gap: 4, justifyContent: 'center' },
  '& .line': { display: 'flex', gap: 8, justifyContent: 'space-between', alignItems: 'center', minWidth: 0 },
  '& progress': {
    width: '100%',
    height: 6,
    border: 0,
    borderRadius: 3,
    overflow: 'hidden',
    background: colour.track,
    accentColor: colour.primary,
    appearance: 'none',
    '&::-webkit-progress-bar': { background: colour.track },
    '&::-webkit-progress-value': { background: colour.primary },
    '&::-moz-progress-bar': { background: colour.primary },
  },
  '& .fault': { color: colour.warning },
});

const MEGABYTE = 1024 * 1024;

interface UploadRowProps {
  readonly upload: Upload;
  readonly queue: Pick<UploadQueue, 'retry' | 'cancel'>;
}

/** A photo that is not stored yet: how far it is, or why it failed; never shown as saved. */
export function UploadRow({ upload, queue }: UploadRowProps) {
  const { key, file, state, sentBytes, preview, problem } = upload;
  const percent = file.size === 0 ? 0 : Math.round((sentBytes / file.size) * 100);
  return (
    <Row>
      <Thumb className="unsaved">
        {file.type === PDF_TYPE ? (
          <span className="unloaded">
            <Icon name="file" />
            PDF
          </span>
        ) : (
          <img src={preview} alt="" />
        )}
        <em>{t('尚未保存')}</em>
      </Thumb>
      <div className="facts">
        <div className="line">
          <span className="truncate">{file.name}</span>
          {state === 'sending' && <span className="muted">{percent}%</span>}
        </div>
        {state === 'failed' ? (
          <span className="fault" role="alert">
            {problem}
          </span>
        ) : (
          <progress max={100} value={percent} aria-label={t('正在上传 {name}', { name: file.name })} />
        )}
        <div className="line">
          <span className="muted">
            {state === 'waiting' ? t('等待上传') : `${sizeText(sentBytes)} / ${sizeText(file.size)}`}
          </span>
          <span>
            {state === 'failed' && !upload.isHopeless && (
              <LinkButton
                type="button"
                className="small"
                onClick={() => queue.retry(key)}
                aria-label={t('重试上传 {name}', { name: file.name })}
              >
                {t('重试')}
              </LinkButton>
            )}{' '}
            <LinkButton
              type="button"
              className="small"
              onClick={() => queue.cancel(key)}
              aria-label={t('取消上传 {name}', { name: file.name })}
            >
              {state === 'failed' ? t('不传了') : t('取消')}
            </LinkButton>
          </span>
        </div>
      </div>
    </Row>
  );
}

function sizeText(bytes: number): string {
  return bytes < MEGABYTE ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / MEGABYTE).toFixed(1)} MB`;
}
