import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useQueryClient } from '@tanstack/react-query';
import { LARGEST_LIST_BYTES } from '@anju/domain';
import type { ImportJobDetail } from '@anju/domain/contracts';
import { useRef, useState } from 'react';
import { useDropzone } from 'react-dropzone';
import { sentenceOf } from '../http/problem';
import { uploadFile } from '../http/upload';
import { Card } from '../layout/card';
import { Icon } from '../theme/icon';
import { colour, PHONE, size } from '../theme/tokens';
import { sizeText } from '../vocabulary/numbers';
import { JobProgress } from './job-progress';

const Drop = styled('div')({
  display: 'flex',
  alignItems: 'center',
  gap: 16,
  margin: 12,
  padding: '14px 16px',
  border: `1px dashed ${colour.field}`,
  borderRadius: size.radius,
  background: colour.sunken,
  fontSize: 13,
  color: colour.ink2,
  '&[data-over=true]': { borderColor: colour.primary, background: colour.selected },
  '& .words': { flex: 1, minWidth: 0 },
  '& .fault': { color: colour.warning },
  [PHONE]: { flexDirection: 'column', alignItems: 'stretch', margin: 0, border: 0, background: 'none' },
});

interface Sending {
  readonly name: string;
  readonly percent: number;
}

interface ImportUploadProps {
  readonly onUploaded: (job: ImportJobDetail) => void;
}

/** Takes a list by choice or by drop and shows how much of it has been sent. */
export function ImportUpload({ onUploaded }: ImportUploadProps) {
  const client = useQueryClient();
  const [sending, setSending] = useState<Sending>();
  const [problem, setProblem] = useState<string>();
  const abort = useRef<AbortController>(undefined);

  const send = async (file: File | undefined) => {
    if (!file) return;
    if (file.size > LARGEST_LIST_BYTES) return setProblem('文件超过 2 GB，请分成几份后再上传');
    abort.current = new AbortController();
    setProblem(undefined);
    setSending({ name: file.name, percent: 0 });
    try {
      const job = await uploadFile<ImportJobDetail>({
        path: '/exchange/imports',
        fields: { kind: 'household' },
        file,
        signal: abort.current.signal,
        onProgress: (sent) =>
          setSending({ name: file.name, percent: Math.floor((sent / Math.max(file.size, 1)) * 100) }),
      });
      await client.invalidateQueries({ queryKey: ['imports', 'list'] });
      onUploaded(job);
    } catch (error) {
      if (!abort.current.signal.aborted) setProblem(sentenceOf(error));
    }
    setSending(undefined);
  };
  const zone = useDropzone({
    multiple: false,
    noClick: true,
    noKeyboard: true,
    disabled: sending !== undefined,
    onDrop: (files) => void send(files[0]),
  });

  return (
    <Card aria-label="上传名单">
      <Drop {...zone.getRootProps()} data-over={zone.isDragActive}>
        <input {...zone.getInputProps({ 'aria-label': '选择名单文件', accept: '.csv,.xlsx,.txt' })} />
        <div className="words">
          {sending ? (
            <JobProgress label={`正在上传 ${sending.name}`} percent={sending.percent} />
          ) : (
            <UploadWords problem={problem} />
          )}
        </div>
        {sending ? (
          <Button onClick={() => abort.current?.abort()}>取消上传</Button>
        ) : (
          <Button variant="contained" color="primary" onClick={zone.open}>
            <Icon name="file" />
            选择名单文件
          </Button>
        )}
      </Drop>
    </Card>
  );
}

function UploadWords({ problem }: { readonly problem: string | undefined }) {
  return (
    <>
      <div>
        把名单文件拖到这里，或点“选择名单文件”。CSV 或 XLSX，一行一人，最大 {sizeText(LARGEST_LIST_BYTES)}
        ；表头按名称识别。
      </div>
      {problem && (
        <div className="fault" role="alert">
          {problem}
        </div>
      )}
    </>
  );
}
