import type { EvidenceTurned, StoredFile } from '@anju/domain/contracts';
import { useNotify } from 'ra-core';
import { useState } from 'react';
import { ReasonDialog } from '../../forms/reason-dialog';
import { sentenceOf } from '../../http/problem';
import { request } from '../../http/request';
import { t } from '../../language/t';
import { PreviewDialog } from './preview-dialog';

interface StoredPreviewProps {
  readonly stored: readonly StoredFile[];
  readonly openId: number | undefined;
  readonly labelOf: (category: string) => string;
  /** What is deleted, and what is said when it is. */
  readonly deletion: { readonly title: string; readonly done: string };
  readonly onOpen: (id: number | undefined) => void;
  readonly onDeleted: (id: number) => void;
  readonly onTurned: (photo: StoredFile) => void;
}

/** The preview of a stored file among those of its category, with its turning and its deletion for a reason. */
export function StoredPreview(props: StoredPreviewProps) {
  const { stored, openId, labelOf, deletion, onOpen, onDeleted, onTurned } = props;
  const notify = useNotify();
  const [doomed, setDoomed] = useState<StoredFile>();
  const remove = async ({ id }: StoredFile, reason: string) => {
    await request(`/registry/evidence/${id}`, { method: 'DELETE', body: { reason } });
    onDeleted(id);
    setDoomed(undefined);
    onOpen(undefined);
    notify(deletion.done, { type: 'success' });
  };
  const turn = async ({ id, rotation }: StoredFile, degrees: 90 | 270) => {
    try {
      const body = { rotation: (rotation + degrees) % 360 };
      onTurned((await request<EvidenceTurned>(`/registry/evidence/${id}/rotation`, { method: 'PUT', body })).json);
    } catch (error) {
      notify(t('没有旋转：{error}', { error: sentenceOf(error) }), { type: 'error' });
    }
  };
  const category = stored.find(({ id }) => id === openId)?.category;
  return (
    <>
      {openId !== undefined && (
        <PreviewDialog
          photos={stored.filter((photo) => photo.category === category)}
          openId={openId}
          labelOf={labelOf}
          onMove={onOpen}
          onTurn={(photo, degrees) => void turn(photo, degrees)}
          onDelete={setDoomed}
          onClose={() => onOpen(undefined)}
        />
      )}
      {doomed && (
        <ReasonDialog
          title={deletion.title}
          label={t('删除原因')}
          action={t('删除')}
          onConfirm={(reason) => remove(doomed, reason)}
          onClose={() => setDoomed(undefined)}
        >
          {t('{category}：{fileName}。删除和原因都会记入操作日志。', {
            category: labelOf(doomed.category),
            fileName: doomed.fileName,
          })}
        </ReasonDialog>
      )}
    </>
  );
}
