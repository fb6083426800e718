import { styled } from '@mui/material/styles';
import { WARNING_KINDS } from '@anju/domain';
import type { StandingWarningRules } from '@anju/domain/contracts';
import { WARNING_KIND_HINTS, WARNING_KIND_LABELS } from '../language/domain-words';
import { t } from '../language/t';
import { FailureState } from '../states/failure-state';
import { LoadingRows } from '../states/loading-rows';
import { Icon } from '../theme/icon';
import { colour, PHONE } from '../theme/tokens';
import { Pane } from './frame';
import { FullRunField } from './full-run-field';
import { RuleEditor } from './rule-editor';
import { useWarningRules } from './use-configuration';

const Rules = styled('ul')({
  '& > li': { padding: '10px 16px 12px', borderBottom: `1px solid ${colour.line}`, fontSize: 13 },
  '& h3': { display: 'flex', alignItems: 'baseline', gap: 8, fontSize: 14 },
  [PHONE]: { '& > li': { padding: '10px 12px' } },
});

/** 预警规则: which rules run, how grave, whose numbers, which checks; each change is tried over the province before it is published. */
export function RulesPane() {
  const { data, error, refetch } = useWarningRules();
  return (
    <Pane aria-label={t('预警规则')}>
      <header>
        <h2>{t('预警规则')}</h2>
        <span className="muted small desktop-only">{t('先试算，再发布；发布后预警立即随之增减')}</span>
      </header>
      <div className="scroll">
        {error && <FailureState subject={t('预警规则')} error={error} onRetry={() => void refetch()} />}
        {!error && !data && <LoadingRows />}
        {data && <RuleList standing={data} />}
      </div>
      <p className="foot">
        <Icon name="info" />
        <span>{t('停用的规则，其预警全部解除，说明和处理经过保留；重新启用后，内容未变的说明继续有效。')}</span>
      </p>
    </Pane>
  );
}

function RuleList({ standing }: { readonly standing: StandingWarningRules }) {
  return (
    <Rules>
      {WARNING_KINDS.map((kind) => {
        const rule = standing.rules.find((one) => one.kind === kind);
        return (
          rule && (
            <li key={kind} aria-label={WARNING_KIND_LABELS[kind]}>
              <h3>
                {WARNING_KIND_LABELS[kind]}
                <span className="muted small">{WARNING_KIND_HINTS[kind]}</span>
              </h3>
              <RuleEditor standing={rule} version={standing.version} />
            </li>
          )
        );
      })}
      <li aria-label={t('定时全量核对')}>
        <h3>{t('定时全量核对')}</h3>
        <FullRunField standing={standing.fullRun} version={standing.version} />
      </li>
    </Rules>
  );
}
