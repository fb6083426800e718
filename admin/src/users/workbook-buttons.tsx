import Button from '@mui/material/Button';
import type { UserWorkbook } from '@anju/domain/contracts';
import { useRef, useState } from 'react';
import { FileInput } from '../forms/file-input';
import { download } from '../http/download';
import { sentenceOf } from '../http/problem';
import { request } from '../http/request';
import { t } from '../language/t';
import { Icon } from '../theme/icon';

interface WorkbookButtonsProps {
  readonly onRead: (rows: UserWorkbook['rows']) => void;
  readonly onProblem: (sentence: string | undefined) => void;
}

/** The workbook to fill in, and the way back: its rows are shown before any account is made. */
export function WorkbookButtons({ onRead, onProblem }: WorkbookButtonsProps) {
  const input = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const during = async (work: () => Promise<void>) => {
    setBusy(true);
    onProblem(undefined);
    try {
      await work();
    } catch (error) {
      onProblem(sentenceOf(error));
    }
    setBusy(false);
  };
  const read = async (file: File) => {
    const body = new FormData();
    body.append('file', file, file.name);
    const { rows } = (await request<UserWorkbook>('/access/user-workbook', { method: 'POST', body })).json;
    if (rows.length === 0) onProblem(t('工作簿中没有填写用户'));
    else onRead(rows);
  };
  return (
    <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8 }}>
      <Button disabled={busy} onClick={() => void during(() => download('/access/user-workbook'))}>
        <Icon name="file" />
        {t('下载模板')}
      </Button>
      <Button disabled={busy} onClick={() => input.current?.click()}>
        <Icon name="import" />
        {t('上传工作簿')}
      </Button>
      <FileInput
        inputRef={input}
        label={t('选择工作簿')}
        accept=".xlsx,.csv"
        onChoose={(file) => void during(() => read(file))}
      />
    </div>
  );
}
