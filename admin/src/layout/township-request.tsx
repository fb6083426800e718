import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { TownshipRequest as Request } from '@anju/domain/contracts';
import { useState, type FormEvent } from 'react';
import { sentenceOf } from '../http/problem';
import { request } from '../http/request';
import { t } from '../language/t';
import { colour, PHONE, size } from '../theme/tokens';

const Form = styled('form')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 8,
  marginTop: 6,
  '& select': {
    height: size.control,
    minWidth: 160,
    padding: '0 9px',
    border: `1px solid ${colour.field}`,
    borderRadius: size.radius,
    background: colour.surface,
    color: colour.ink,
    font: 'inherit',
    [PHONE]: { height: size.touch, fontSize: 15 },
  },
});

const KEY = ['access', 'township-request'];

/** 乡镇 chosen from the county's list as a request that the county confirms. */
export function TownshipRequest() {
  const client = useQueryClient();
  const { data } = useQuery({
    queryKey: KEY,
    queryFn: async ({ signal }) => (await request<Request>('/access/township-request', { signal })).json,
  });
  const [chosen, setChosen] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const regionCode = chosen ?? data?.requested ?? '';
  const ask = async (event: FormEvent) => {
    event.preventDefault();
    if (regionCode === '') return setProblem(t('请选择乡镇'));
    setProblem(undefined);
    try {
      const body = { regionCode };
      const { json } = await request<Request>('/access/township-request', { method: 'POST', body });
      client.setQueryData(KEY, json);
      setChosen(undefined);
    } catch (error) {
      setProblem(sentenceOf(error));
    }
  };
  if (!data || data.townships.length === 0) return <span>{t('请联系县级主管在用户管理中填写后重新登录。')}</span>;
  const requested = data.townships.find(({ code }) => code === data.requested);
  return (
    <>
      {requested && <span>{t('已申请“{name}”，请联系县级主管确认，确认后重新登录。', { name: requested.name })}</span>}
      <Form onSubmit={(event) => void ask(event)} aria-label={t('申请乡镇')}>
        <select aria-label={t('乡镇')} value={regionCode} onChange={(event) => setChosen(event.target.value)}>
          <option value="">{t('请选择乡镇')}</option>
          {data.townships.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
        <Button type="submit" color="primary" disabled={regionCode === data.requested}>
          {t('申请')}
        </Button>
        {problem && <span>{problem}</span>}
      </Form>
    </>
  );
}
