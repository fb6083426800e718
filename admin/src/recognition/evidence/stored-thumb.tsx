import type { StoredFile } from '@anju/domain/contracts';
import { t } from '../../language/t';
import { Icon } from '../../theme/icon';
import { EvidenceImage } from './evidence-image';
import { Thumb } from './thumb';

interface StoredThumbProps {
  readonly file: StoredFile;
  /** What the button is called. */
  readonly label: string;
  readonly onOpen: () => void;
}

/** A stored file, small; a click opens its preview. */
export function StoredThumb({ file, label, onOpen }: StoredThumbProps) {
  return (
    <Thumb>
      <button type="button" onClick={onOpen} aria-label={label}>
        {file.pageCount === null ? (
          <EvidenceImage evidence={file} size="thumb" alt="" />
        ) : (
          <span className="unloaded">
            <Icon name="file" />
            {t('PDF {pageCount} 页', { pageCount: file.pageCount })}
          </span>
        )}
      </button>
    </Thumb>
  );
}
