import Button from '@mui/material/Button';
import type { EvidenceCategory } from '@anju/domain/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useNotify } from 'ra-core';
import { useRef, useState } from 'react';
import { sentenceOf } from '../http/problem';
import { uploadFile } from '../http/upload';
import { SamplePicture } from '../recognition/evidence/sample-picture';
import { Thumb } from '../recognition/evidence/thumb';

const ACCEPTED = 'image/jpeg,image/png,image/webp';

/** The sample picture of a category as clerks see it; another one is published as soon as it is chosen. */
export function SampleUpload({ category }: { readonly category: EvidenceCategory }) {
  const client = useQueryClient();
  const notify = useNotify();
  const input = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const send = async (file: File | undefined) => {
    if (!file) return;
    setBusy(true);
    try {
      await uploadFile({
        path: `/options/evidence-categories/${category.key}/sample`,
        fields: {},
        file,
        signal: new AbortController().signal,
        onProgress: () => undefined,
      });
      await client.invalidateQueries({ queryKey: ['options'] });
      notify(`已更换“${category.label}”的示例照片`, { type: 'success' });
    } catch (error) {
      notify(sentenceOf(error), { type: 'warning' });
    }
    setBusy(false);
  };
  return (
    <span className="sample">
      <Thumb>
        <SamplePicture category={category} />
        <em>示例</em>
      </Thumb>
      <input
        ref={input}
        type="file"
        hidden
        accept={ACCEPTED}
        aria-label={`${category.label}的示例照片`}
        onChange={(event) => {
          void send(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
      <Button size="small" variant="text" disabled={busy} onClick={() => input.current?.click()}>
        更换示例
      </Button>
    </span>
  );
}
