import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { REVIEW_STATES, SAFEGUARD_KINDS, type ReviewState } from '@anju/domain';
import type { SampleRequest } from '@anju/domain/contracts';
import { useState, type FormEvent } from 'react';
import { useNavigate } from 'react-router-dom';
import { hasDuty, useCurrentUser } from '../auth/current-user';
import { ConditionSelect } from '../forms/condition-select';
import { TextField } from '../forms/text-field';
import { problemFields, sentenceOf } from '../http/problem';
import { SAFEGUARD_KIND_LABELS } from '../language/domain-words';
import { t } from '../language/t';
import { RegionCascader } from '../regions/region-cascader';
import { useDraw } from './use-samples';

/** No choice is all that are recognised. */
const STATES = { waiting: t('待我审核的'), approved: t('本级已通过的') } as const;

/** Asks what to draw from, which share, and by which seed; then opens what was drawn. */
export function DrawDialog({ onClose }: { readonly onClose: () => void }) {
  const user = useCurrentUser();
  const root = user?.regionCode ?? '';
  const isCounty = hasDuty(user, 'reviewCounty');
  const draw = useDraw();
  const navigate = useNavigate();
  const [draft, setDraft] = useState({ regionCode: root, of: 'waiting', kind: '', percent: '5', seed: '' });
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>({});
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setProblem(undefined);
    setFaults({});
    const percent = Number(draft.percent);
    if (draft.percent.trim() === '' || !(percent > 0 && percent <= 100)) {
      return setFaults({ percent: t('请填写 0.01 至 100 之间的数字') });
    }
    setBusy(true);
    try {
      const { id } = await draw(requestOf({ ...draft, percent }, isCounty));
      void navigate(`/reviews/samples/${id}`);
    } catch (error) {
      setFaults(problemFields(error));
      setProblem(sentenceOf(error));
      setBusy(false);
    }
  };
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" aria-labelledby="draw-title">
      <form onSubmit={(event) => void submit(event)} noValidate>
        <DialogTitle id="draw-title">{t('抽查')}</DialogTitle>
        <DialogContent sx={{ px: 2, display: 'grid', gap: 1.5, fontSize: 13 }}>
          <p>
            {t(
              '系统按随机种子从所选范围抽取若干户，逐户核查后签署报告。您本人录入的户不在其中；每次抽取都记入操作日志。',
            )}
          </p>
          <RegionCascader
            label={t('行政区划')}
            root={root}
            value={draft.regionCode}
            onChange={(regionCode) => setDraft({ ...draft, regionCode })}
          />
          <ConditionSelect
            label={t('范围')}
            value={draft.of}
            choices={Object.entries(STATES).map(([value, label]) => ({ value, label }))}
            onChange={(of) => setDraft({ ...draft, of })}
          />
          <ConditionSelect
            label={t('保障措施')}
            value={draft.kind}
            choices={SAFEGUARD_KINDS.map((value) => ({ value, label: SAFEGUARD_KIND_LABELS[value] }))}
            onChange={(kind) => setDraft({ ...draft, kind })}
          />
          <TextField
            label={t('抽查比例（%）')}
            required
            maxLength={6}
            value={draft.percent}
            error={faults.percent}
            onChange={(percent) => setDraft({ ...draft, percent })}
          />
          <TextField
            label={t('随机种子')}
            maxLength={32}
            value={draft.seed}
            error={faults.seed}
            hint={t('不填则自动产生；相同范围、比例和种子抽出相同的户')}
            onChange={(seed) => setDraft({ ...draft, seed })}
          />
          {problem && (
            <p role="alert">
              {t('没有抽取：{value}', {
                value: [problem, faults.reviewState, faults.regionCode].filter(Boolean).join(t('；')),
              })}
            </p>
          )}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{t('取消')}</Button>
          <Button type="submit" variant="contained" color="primary" disabled={busy}>
            {busy ? t('正在抽取…') : t('抽取')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

interface Draft {
  readonly regionCode: string;
  readonly of: string;
  readonly kind: string;
  readonly percent: number;
  readonly seed: string;
}

function requestOf({ regionCode, of, kind, percent, seed }: Draft, isCounty: boolean): SampleRequest {
  const approved: ReviewState[] = isCounty ? ['countyApproved'] : ['townshipApproved', 'countyApproved'];
  const reviewState = of === '' ? [...REVIEW_STATES] : of === 'approved' ? approved : undefined;
  const kinds = SAFEGUARD_KINDS.filter((known) => known === kind);
  return {
    filter: { regionCode, ...(reviewState && { reviewState }), ...(kinds.length > 0 && { kind: kinds }) },
    percent,
    ...(seed.trim() !== '' && { seed: seed.trim() }),
  };
}
