import { useNotify } from 'ra-core';
import type { StoredFile } from '@anju/domain/contracts';
import { sentenceOf } from '../http/problem';
import { t } from '../language/t';
import { MessageState } from '../states/message-state';
import { evidenceUrl } from './use-ticket';

const MEGABYTE = 1024 * 1024;

/** What a stored PDF is, and the way to read it in the browser's own reader. */
export function OpenDocument({ evidence }: { readonly evidence: StoredFile }) {
  const open = useOpenDocument();
  return (
    <MessageState
      icon="info"
      title={t('{fileName}（PDF，{pageCount} 页）', {
        fileName: evidence.fileName,
        pageCount: evidence.pageCount ?? 0,
      })}
      next={
        <button type="button" onClick={() => void open(evidence)}>
          {t('打开')}
        </button>
      }
    >
      {t('{value} MB，在新窗口中打开。', { value: (evidence.sizeBytes / MEGABYTE).toFixed(1) })}
    </MessageState>
  );
}

/** Opens a stored document in a window of its own, by an address that is good for a minute. */
export function useOpenDocument() {
  const notify = useNotify();
  return async ({ id }: Pick<StoredFile, 'id'>) => {
    try {
      window.open(await evidenceUrl(id, 'full'), '_blank', 'noopener');
    } catch (error) {
      notify(sentenceOf(error), { type: 'error' });
    }
  };
}
