import { useMemo, useState, type ReactNode } from 'react';
import { t } from '../../language/t';
import { useRecognition } from '../recognition-context';
import { EvidenceContext } from './evidence-context';
import { StoredPreview } from './stored-preview';
import type { useStoredEvidence } from './use-stored-evidence';

interface EvidenceProviderProps {
  readonly evidence: ReturnType<typeof useStoredEvidence>;
  readonly children: ReactNode;
}

/** Hands the household's evidence to the page, with the preview and the deletion of a photo. */
export function EvidenceProvider({ evidence, children }: EvidenceProviderProps) {
  const { rules } = useRecognition();
  const [openId, setOpenId] = useState<number>();
  const { stored, uploads, queue, forget, replace } = evidence;
  const value = useMemo(
    () => ({ stored, uploads, queue, forget, preview: setOpenId }),
    [stored, uploads, queue, forget],
  );
  return (
    <EvidenceContext.Provider value={value}>
      {children}
      <StoredPreview
        stored={stored}
        openId={openId}
        labelOf={(key) => rules.evidence.categories.find((category) => category.key === key)?.label ?? key}
        deletion={{ title: t('删除佐证材料'), done: t('佐证材料已删除') }}
        onOpen={setOpenId}
        onDeleted={forget}
        onTurned={replace}
      />
    </EvidenceContext.Provider>
  );
}
