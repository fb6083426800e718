import Button from '@mui/material/Button';
import { SAFEGUARD_KINDS } from '@anju/domain';
import type { EvidenceProposal, FormsAnswer } from '@anju/domain/contracts';
import { useState } from 'react';
import { SAFEGUARD_KIND_LABELS } from '../language/domain-words';
import { t } from '../language/t';
import { FailureState } from '../states/failure-state';
import { LoadingRows } from '../states/loading-rows';
import { Icon } from '../theme/icon';
import { CategoryList } from './category-list';
import { EffectDialog } from './effect-dialog';
import { type ProposedKind, proposalOf } from './evidence-proposal';
import { Pane } from './frame';
import { KindTabs } from './kind-tabs';
import { PreviewDialog } from './preview-dialog';
import { RequiredGroups } from './required-groups';
import { useStandingForms } from './use-configuration';

const PARTS = [
  ...SAFEGUARD_KINDS.map((kind) => ({ key: kind, name: SAFEGUARD_KIND_LABELS[kind] })),
  { key: 'categories', name: t('类别和提示') },
] as const;
type Part = ProposedKind | 'categories';

/** 佐证材料: what each kind asks for. Changes are gathered, their effect is counted, and then they are published together. */
export function EvidencePane() {
  const { data, error, refetch } = useStandingForms();
  return (
    <Pane aria-label={t('佐证材料')}>
      {error && <FailureState subject={t('佐证材料')} error={error} onRetry={() => void refetch()} />}
      {!error && !data && <LoadingRows />}
      {data && <EvidenceEditor key={data.evidenceVersion} forms={data} />}
    </Pane>
  );
}

function EvidenceEditor({ forms }: { readonly forms: FormsAnswer }) {
  const standing = proposalOf(forms.evidence);
  const [proposal, setProposal] = useState<EvidenceProposal>(standing);
  const [part, setPart] = useState<Part>('originalSafe');
  const [asking, setAsking] = useState(false);
  const [looking, setLooking] = useState(false);
  const isChanged = JSON.stringify(proposal) !== JSON.stringify(standing);
  return (
    <>
      <header>
        <h2>{t('佐证材料')}</h2>
        <span className="muted small desktop-only">
          {isChanged ? t('有更改未发布') : t('每组材料任选其一即可，缺少的组记为预警')}
        </span>
        <span className="end" />
        {part !== 'categories' && (
          <Button size="small" onClick={() => setLooking(true)}>
            {t('按录入人查看')}
          </Button>
        )}
        {isChanged && (
          <Button size="small" onClick={() => setProposal(standing)}>
            {t('放弃更改')}
          </Button>
        )}
        <Button size="small" variant="contained" color="primary" disabled={!isChanged} onClick={() => setAsking(true)}>
          {t('预览影响并发布')}
        </Button>
      </header>
      <KindTabs label={t('保障方式')} parts={PARTS} current={part} onChoose={setPart} />
      <div className="scroll">
        {part === 'categories' ? (
          <CategoryList
            proposal={proposal}
            standing={forms.evidence.categories}
            isChanged={isChanged}
            onChange={setProposal}
          />
        ) : (
          <RequiredGroups key={part} kind={part} proposal={proposal} onChange={setProposal} />
        )}
      </div>
      <p className="foot">
        <Icon name="info" />
        <span>{t('发布后立即按新要求重新核对已认定的户，预警随之增减。已上传的材料不会删除。')}</span>
      </p>
      {looking && part !== 'categories' && (
        <PreviewDialog
          kind={part}
          forms={{ ...forms, evidence: { ...forms.evidence, ...proposal } }}
          onClose={() => setLooking(false)}
        />
      )}
      {asking && <EffectDialog proposal={proposal} version={forms.evidenceVersion} onClose={() => setAsking(false)} />}
    </>
  );
}
