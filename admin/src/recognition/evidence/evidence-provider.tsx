import type { EvidenceRow } from '@anju/domain/contracts';
import { useNotify } from 'ra-core';
import { useMemo, useState, type ReactNode } from 'react';
import { request } from '../../http/request';
import { ReasonDialog } from '../../forms/reason-dialog';
import { useRecognition } from '../recognition-context';
import { EvidenceContext } from './evidence-context';
import { PreviewDialog } from './preview-dialog';
import type { useStoredEvidence } from './use-stored-evidence';

interface EvidenceProviderProps {
  readonly evidence: ReturnType<typeof useStoredEvidence>;
  readonly children: ReactNode;
}

/** Hands the household's evidence to the page, with the preview and the deletion of a photo. */
export function EvidenceProvider({ evidence, children }: EvidenceProviderProps) {
  const { rules } = useRecognition();
  const notify = useNotify();
  const [openId, setOpenId] = useState<number>();
  const [doomed, setDoomed] = useState<EvidenceRow>();
  const { stored, uploads, queue, forget } = evidence;
  const value = useMemo(
    () => ({ stored, uploads, queue, forget, preview: setOpenId }),
    [stored, uploads, queue, forget],
  );
  const labelOf = (key: string) => rules.evidence.categories.find((category) => category.key === key)?.label ?? key;
  const remove = async (photo: EvidenceRow, reason: string) => {
    await request(`/registry/evidence/${photo.id}`, { method: 'DELETE', body: { reason } });
    forget(photo.id);
    setDoomed(undefined);
    setOpenId(undefined);
    notify('照片已删除', { type: 'success' });
  };
  const category = stored.find(({ id }) => id === openId)?.category;
  return (
    <EvidenceContext.Provider value={value}>
      {children}
      {openId !== undefined && (
        <PreviewDialog
          photos={stored.filter((photo) => photo.category === category)}
          openId={openId}
          labelOf={labelOf}
          onMove={setOpenId}
          onDelete={setDoomed}
          onClose={() => setOpenId(undefined)}
        />
      )}
      {doomed && (
        <ReasonDialog
          title="删除佐证材料"
          label="删除原因"
          action="删除"
          onConfirm={(reason) => remove(doomed, reason)}
          onClose={() => setDoomed(undefined)}
        >
          {labelOf(doomed.category)}：{doomed.fileName}。删除和原因都会记入操作日志。
        </ReasonDialog>
      )}
    </EvidenceContext.Provider>
  );
}
