import { useQuery } from '@tanstack/react-query';
import type { SpecialCaseSending, SpecialCaseSent } from '@anju/domain/contracts';
import { useNotify } from 'ra-core';
import { ReasonDialog } from '../forms/reason-dialog';
import { sentenceOf } from '../http/problem';
import { request } from '../http/request';
import { phrase, t } from '../language/t';
import { countText } from '../vocabulary/numbers';
import { useWarningPost } from './use-warnings';

interface SendCasesDialogProps {
  readonly level: 'county' | 'province';
  readonly filter: SpecialCaseSending['filter'];
  readonly onClose: () => void;
}

/** Says what a batch would hold, by its parts, and sends it. */
export function SendCasesDialog({ level, filter, onClose }: SendCasesDialogProps) {
  const post = useWarningPost();
  const notify = useNotify();
  const { data, error } = useQuery({
    queryKey: ['warnings', 'sending', filter],
    queryFn: async ({ signal }) => {
      const body = { filter, preview: true };
      return (await request<SpecialCaseSent>('/warnings/special-cases', { method: 'POST', body, signal })).json;
    },
    gcTime: 0,
  });
  const send = async (text: string) => {
    const sent = await post<SpecialCaseSent>('/special-cases', { filter, text, preview: false });
    notify(t('已报送第 {batch} 批，共 {cases} 条', { batch: sent.batch ?? '', cases: countText(sent.cases) }), {
      type: 'success',
    });
    onClose();
  };
  return (
    <ReasonDialog
      title={level === 'county' ? t('批量提交特殊情况') : t('批量上报特殊情况')}
      label={level === 'county' ? t('县级意见') : t('说明')}
      action={level === 'county' ? t('提交省级') : t('上报')}
      tone="primary"
      isOptional={level === 'province'}
      isEmpty={!data || data.cases === 0}
      onConfirm={send}
      onClose={onClose}
    >
      {error && <p role="alert">{sentenceOf(error)}</p>}
      {!data && !error && <p role="status">{t('正在统计……')}</p>}
      {data && (
        <>
          <p>
            {phrase('{value}特殊情况共 {cases} 条{value2}。', {
              value: level === 'county' ? t('录入人已说明、等待提交的') : t('各县已提交、等待上报的'),
              cases: <b>{countText(data.cases)}</b>,
              value2: data.left > 0 && t('（一批最多 5,000 条，其余请再报一批）'),
            })}
          </p>
          <ul aria-label={t('分地区')}>
            {data.regions.map(({ regionCode, regionName, cases }) => (
              <li key={regionCode}>{t('{regionName}：{cases} 条', { regionName, cases: countText(cases) })}</li>
            ))}
          </ul>
        </>
      )}
    </ReasonDialog>
  );
}
