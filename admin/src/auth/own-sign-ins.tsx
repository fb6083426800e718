import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { OwnSession } from '@anju/domain/contracts';
import { useNotify } from 'ra-core';
import { sentenceOf } from '../http/problem';
import { request } from '../http/request';
import { t } from '../language/t';
import { Card } from '../layout/card';
import { FailureState } from '../states/failure-state';
import { LoadingRows } from '../states/loading-rows';
import { colour } from '../theme/tokens';
import { dateTimeText } from '../vocabulary/numbers';

const Rows = styled('ul')({
  fontSize: 13,
  '& li': {
    display: 'flex',
    alignItems: 'center',
    flexWrap: 'wrap',
    gap: '2px 12px',
    minHeight: 44,
    padding: '6px 16px',
    borderBottom: `1px solid ${colour.line}`,
  },
  '& li:last-of-type': { borderBottom: 0 },
  '& li > :last-child': { marginLeft: 'auto' },
});

const KEY = ['access', 'sessions'];

/** 我的登录: where one is signed in, and the way to end it there. */
export function OwnSignIns() {
  const client = useQueryClient();
  const notify = useNotify();
  const { data, error, refetch } = useQuery({
    queryKey: KEY,
    queryFn: async ({ signal }) => (await request<{ data: OwnSession[] }>('/auth/sessions', { signal })).json.data,
    refetchOnMount: 'always',
  });
  const end = async (id: string) => {
    try {
      await request(`/auth/sessions/${id}`, { method: 'DELETE' });
      notify(t('已退出'), { type: 'success' });
    } catch (failure) {
      notify(sentenceOf(failure), { type: 'error' });
    }
    await client.invalidateQueries({ queryKey: KEY });
  };
  return (
    <Card aria-label={t('我的登录')} style={{ maxWidth: 560 }}>
      <header>
        <h2>{t('我的登录')}</h2>
        <span className="muted small">{t('不认识的登录请退出，并立即修改密码')}</span>
      </header>
      {error && <FailureState subject={t('登录记录')} error={error} onRetry={() => void refetch()} />}
      {!error && !data && <LoadingRows rows={2} />}
      <Rows>
        {data?.map((session) => (
          <li key={session.id}>
            <span>{session.deviceName ?? t('未知设备')}</span>
            {session.loginAt && (
              <span className="muted">{t('{loginAt} 登录', { loginAt: dateTimeText(session.loginAt) })}</span>
            )}
            {session.current ? (
              <span className="muted">{t('当前')}</span>
            ) : (
              <Button size="small" onClick={() => void end(session.id)}>
                {t('退出')}
              </Button>
            )}
          </li>
        ))}
      </Rows>
    </Card>
  );
}
