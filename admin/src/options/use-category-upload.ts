import { useQueryClient } from '@tanstack/react-query';
import { useNotify } from 'ra-core';
import { useState } from 'react';
import { sentenceOf } from '../http/problem';
import { uploadFile } from '../http/upload';

/** Publishes a file of a category as soon as it is chosen, and says what came of it. */
export function useCategoryUpload(path: string, done: string) {
  const client = useQueryClient();
  const notify = useNotify();
  const [busy, setBusy] = useState(false);
  const send = async (file: File) => {
    setBusy(true);
    try {
      const signal = new AbortController().signal;
      await uploadFile({ path, fields: {}, file, signal, onProgress: () => undefined });
      await client.invalidateQueries({ queryKey: ['options'] });
      notify(done, { type: 'success' });
    } catch (error) {
      notify(sentenceOf(error), { type: 'warning', autoHideDuration: 12_000 });
    }
    setBusy(false);
  };
  return { busy, send };
}
