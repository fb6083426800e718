import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { styled } from '@mui/material/styles';
import { useQuery } from '@tanstack/react-query';
import type { WarningRuleEffect, WarningRuleSetting } from '@anju/domain/contracts';
import { useNotify } from 'ra-core';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { TextField } from '../forms/text-field';
import { LoadingRows } from '../states/loading-rows';
import { colour } from '../theme/tokens';
import { countText } from '../vocabulary/numbers';
import { refusalWords } from '../http/field-errors';
import { WARNING_KIND_LABELS } from '../language/domain-words';
import { phrase, t } from '../language/t';
import { previewRule, useConfigure } from './use-configuration';

const Counties = styled('table')({
  width: '100%',
  borderCollapse: 'collapse',
  '& th, & td': { padding: '5px 0', borderTop: `1px solid ${colour.line}`, textAlign: 'left' },
  '& .num': { textAlign: 'right', whiteSpace: 'nowrap', paddingLeft: 16 },
});

const Examples = styled('ul')({
  maxHeight: 220,
  overflow: 'auto',
  '& li': { padding: '5px 0', borderTop: `1px solid ${colour.line}`, lineHeight: '20px' },
});

interface RuleEffectDialogProps {
  readonly setting: WarningRuleSetting;
  readonly version: number;
  readonly onClose: () => void;
}

/** 试算: says county by county which warnings would appear and vanish, and publishes the setting on the configurator's word. */
export function RuleEffectDialog({ setting, version, onClose }: RuleEffectDialogProps) {
  const { changeRules } = useConfigure();
  const notify = useNotify();
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const { data, error } = useQuery({
    // Another version is another state to start from: the effect is counted anew.
    queryKey: ['rule-effect', version, setting],
    queryFn: ({ signal }) => previewRule(setting, signal),
    gcTime: 0,
    retry: false,
  });
  const refused = failure ?? error;
  const publish = async () => {
    setBusy(true);
    setFailure(undefined);
    try {
      await changeRules({ version, rule: setting, reason });
      notify(t('已发布，预警已按新规则更新'), { type: 'success' });
      onClose();
    } catch (problem) {
      setFailure(problem);
      setBusy(false);
    }
  };
  return (
    <Dialog open onClose={busy ? undefined : onClose} fullWidth maxWidth="sm" aria-labelledby="rule-effect-title">
      <DialogTitle id="rule-effect-title">
        {t('发布“{kind}”的更改？', { kind: WARNING_KIND_LABELS[setting.kind] })}
      </DialogTitle>
      <DialogContent sx={{ px: 2, display: 'grid', gap: 1.5, fontSize: 13 }}>
        {!data && !refused && (
          <div role="status">
            {t('正在全省试算……')}
            <LoadingRows rows={3} />
          </div>
        )}
        {data && <Effect effect={data} />}
        {data && <TextField label={t('修改原因')} value={reason} onChange={setReason} maxLength={200} />}
        {busy && <p role="status">{t('正在发布并更新预警……')}</p>}
        {refused !== undefined && refused !== null && <p role="alert">{refusalWords(refused)}</p>}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose} disabled={busy}>
          {t('再看看')}
        </Button>
        <Button variant="contained" color="primary" disabled={!data || busy} onClick={() => void publish()}>
          {t('确认发布')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function Effect({ effect: { appear, vanish, counties, examples } }: { readonly effect: WarningRuleEffect }) {
  if (appear + vanish === 0) return <p>{t('预警的条数不变。')}</p>;
  return (
    <>
      <p>
        {phrase('将新增 {appear} 条预警，解除 {vanish} 条。', {
          appear: <b>{countText(appear)}</b>,
          vanish: <b>{countText(vanish)}</b>,
        })}
      </p>
      <Counties aria-label={t('各县的变化')}>
        <thead>
          <tr>
            <th scope="col">{t('县（市、区）')}</th>
            <th scope="col" className="num">
              {t('新增')}
            </th>
            <th scope="col" className="num">
              {t('解除')}
            </th>
          </tr>
        </thead>
        <tbody>
          {counties.map((county) => (
            <tr key={county.regionCode}>
              <td>{county.regionName}</td>
              <td className="num">{countText(county.appear)}</td>
              <td className="num">{countText(county.vanish)}</td>
            </tr>
          ))}
        </tbody>
      </Counties>
      {examples && examples.length > 0 && (
        <Examples aria-label={t('示例')}>
          {examples.map((example, index) => (
            <li key={index}>
              <b>{example.appears ? t('新增') : t('解除')}</b>{' '}
              {t('{regionName}：{message}', { regionName: example.regionName, message: example.message })}{' '}
              {example.householdId !== null && <Link to={`/households/${example.householdId}`}>{t('打开该户')}</Link>}
            </li>
          ))}
        </Examples>
      )}
    </>
  );
}
