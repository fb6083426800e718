import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useQueryClient } from '@tanstack/react-query';
import { type ImportKind, LARGEST_LIST_BYTES } from '@anju/domain';
import type { ImportJobDetail } from '@anju/domain/contracts';
import { useRef, useState } from 'react';
import { useDropzone } from 'react-dropzone';
import { useCurrentUser } from '../auth/current-user';
import { sentenceOf } from '../http/problem';
import { uploadFile } from '../http/upload';
import { IMPORT_KIND_LABELS } from '../language/domain-words';
import { t } from '../language/t';
import { Card } from '../layout/card';
import { KindTabs } from '../options/kind-tabs';
import { Icon } from '../theme/icon';
import { colour, PHONE, size } from '../theme/tokens';
import { sizeText } from '../vocabulary/numbers';
import { ExportButton } from './export-button';
import { EXPORTED_AS, IMPORT_KIND_WORDS, importableKinds } from './import-kind-words';
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
  const kinds = importableKinds(useCurrentUser());
  const [chosen, setChosen] = useState<ImportKind>();
  const kind = chosen ?? kinds[0];
  const [sending, setSending] = useState<Sending>();
  const [problem, setProblem] = useState<string>();
  const abort = useRef<AbortController>(undefined);

  const send = async (file: File | undefined) => {
    if (!file || kind === undefined) return;
    if (file.size > LARGEST_LIST_BYTES) return setProblem(t('文件超过 2 GB，请分成几份后再上传'));
    abort.current = new AbortController();
    setProblem(undefined);
    setSending({ name: file.name, percent: 0 });
    try {
      const job = await uploadFile<ImportJobDetail>({
        path: '/exchange/imports',
        fields: { kind },
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
    <Card aria-label={t('上传名单')}>
      {kinds.length > 1 && kind && (
        <KindTabs
          label={t('名单种类')}
          parts={kinds.map((key) => ({ key, name: IMPORT_KIND_LABELS[key] }))}
          current={kind}
          onChoose={(next) => {
            setChosen(next);
            setProblem(undefined);
          }}
        />
      )}
      <Drop {...zone.getRootProps()} data-over={zone.isDragActive}>
        <input {...zone.getInputProps({ 'aria-label': t('选择名单文件'), accept: '.csv,.xlsx,.txt' })} />
        <div className="words">
          {sending ? (
            <JobProgress label={t('正在上传 {name}', { name: sending.name })} percent={sending.percent} />
          ) : (
            <UploadWords kind={kind} problem={problem} />
          )}
        </div>
        {sending ? (
          <Button onClick={() => abort.current?.abort()}>{t('取消上传')}</Button>
        ) : (
          <>
            {kind && (
              <ExportButton
                order={{ resource: EXPORTED_AS[kind] }}
                label={kind === 'recognition' ? t('导出认定信息表') : t('导出现有名单')}
              />
            )}
            <Button variant="contained" color="primary" onClick={zone.open}>
              <Icon name="file" />
              {t('选择名单文件')}
            </Button>
          </>
        )}
      </Drop>
    </Card>
  );
}

interface UploadWordsProps {
  readonly kind: ImportKind | undefined;
  readonly problem: string | undefined;
}

function UploadWords({ kind, problem }: UploadWordsProps) {
  return (
    <>
      {kind && (
        <div>
          <strong>{IMPORT_KIND_LABELS[kind]}</strong>
          {t('：{kind}', { kind: IMPORT_KIND_WORDS[kind] })}
        </div>
      )}
      <div>
        {t('把文件拖到这里，或点“选择名单文件”。CSV 或 XLSX，最大 {value}；表头按名称识别，认不出的列可以自己指定。', {
          value: sizeText(LARGEST_LIST_BYTES),
        })}
      </div>
      {problem && (
        <div className="fault" role="alert">
          {problem}
        </div>
      )}
    </>
  );
}
