import { styled } from '@mui/material/styles';
import type { ReviewSample } from '@anju/domain/contracts';
import { t } from '../language/t';
import { colour, PHONE } from '../theme/tokens';
import { countText, dateTimeText } from '../vocabulary/numbers';
import { scopeWords } from './sample-words';

const Facts = styled('dl')({
  display: 'grid',
  gridTemplateColumns: 'auto minmax(0, 1fr) auto minmax(0, 1fr)',
  gap: '4px 12px',
  margin: 0,
  '& dt': { color: colour.ink3, whiteSpace: 'nowrap' },
  '& dd': { margin: 0, overflowWrap: 'anywhere' },
  '& .wide': { gridColumn: '2 / -1' },
  '& .broken': { color: colour.warning, fontWeight: 600 },
  [PHONE]: { gridTemplateColumns: 'auto minmax(0, 1fr)', '& .wide': { gridColumn: 2 } },
});

/** How a sample was drawn, so that anybody can draw it again, and who signed it. */
export function SampleFacts({ sample }: { readonly sample: ReviewSample }) {
  return (
    <Facts aria-label={t('抽查情况')}>
      <dt>{t('编号')}</dt>
      <dd>{t('第 {id} 号', { id: sample.id })}</dd>
      <dt>{t('行政区划')}</dt>
      <dd>{sample.regionName}</dd>
      <dt>{t('范围')}</dt>
      <dd>
        {t('{sample}，共 {population} 户', { sample: scopeWords(sample), population: countText(sample.population) })}
      </dd>
      <dt>{t('抽中')}</dt>
      <dd>
        {t('{percent}%，{sampled} 户：合格 {passed}，有问题 {faulty}', {
          percent: sample.percent,
          sampled: countText(sample.sampled),
          passed: countText(sample.passed),
          faulty: countText(sample.faulty),
        })}
      </dd>
      <dt>{t('抽取人')}</dt>
      <dd>
        {t('{drawnByName}，{drawnAt}', {
          drawnByName: sample.drawnByName ?? '–',
          drawnAt: dateTimeText(sample.drawnAt),
        })}
      </dd>
      <dt>{t('随机种子')}</dt>
      <dd>{sample.seed}</dd>
      <dt>{t('抽取办法')}</dt>
      <dd className="wide">
        {t('按“种子:户序号”的 SHA-256 从小到大取前 {sampled} 户。', { sampled: countText(sample.sampled) })}
        {sample.reproducible ? (
          t('已按种子重新抽取，结果一致。')
        ) : (
          <b className="broken">{t('按种子重新抽取，结果不一致！')}</b>
        )}
      </dd>
      <dt>{t('范围校验值')}</dt>
      <dd className="wide small">{sample.populationHash}</dd>
      {sample.signedAt !== null && (
        <>
          <dt>{t('签署')}</dt>
          <dd className="wide">
            {t('{drawnByName}，{signedAt}，', {
              drawnByName: sample.drawnByName ?? '–',
              signedAt: dateTimeText(sample.signedAt),
            })}
            {sample.reportIntact ? t('内容与签署时一致') : <b className="broken">{t('内容与签署时不一致！')}</b>}
          </dd>
          <dt>{t('报告校验值')}</dt>
          <dd className="wide small">{sample.reportHash}</dd>
        </>
      )}
    </Facts>
  );
}
