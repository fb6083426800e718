import { t } from '../language/t';
import { ListFoot } from '../layout/list-foot';
import { FailureState } from '../states/failure-state';
import { LoadingRows } from '../states/loading-rows';
import { countText, dateTimeText } from '../vocabulary/numbers';
import { Pane } from './frame';
import { useRegionChanges } from './use-region-changes';

const CODES_SHOWN = 6;

/** Which changes were made, by whom, on what ground, and which code became which. */
export function RegionChangeHistory() {
  const { rows, error, retry, foot } = useRegionChanges();
  return (
    <Pane as="aside" aria-label={t('调整记录')}>
      <header>
        <h2>{t('调整记录')}</h2>
      </header>
      <div className="scroll">
        {error && <FailureState subject={t('调整记录')} error={error} onRetry={retry} />}
        {!error && !rows && <LoadingRows rows={3} />}
        {rows?.length === 0 && <p className="muted small none">{t('还没有调整过行政区划。')}</p>}
        <ol>
          {rows?.map((change) => (
            <li key={change.id}>
              <div>
                <b>{change.summary}</b>
                <p className="muted small">
                  {t('{at} {by}，依据：{reason}', {
                    at: dateTimeText(change.at),
                    by: change.by,
                    reason: change.reason,
                  })}
                </p>
                <p className="small">
                  {t('{households} 户、{accounts} 个账号随之调整', {
                    households: countText(change.households),
                    accounts: countText(change.accounts),
                  })}
                  {change.codes.length > 0 && (
                    <>
                      {t('；代码')}{' '}
                      {change.codes.slice(0, CODES_SHOWN).map(({ code, into }) => (
                        <span key={code}>
                          {code} → {into}{' '}
                        </span>
                      ))}
                      {change.codes.length > CODES_SHOWN && t('等 {count} 个', { count: change.codes.length })}
                    </>
                  )}
                </p>
              </div>
            </li>
          ))}
        </ol>
      </div>
      {foot && <ListFoot {...foot} unit={t('次')} />}
    </Pane>
  );
}
