import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'react-router-dom';
import { hasDuty, useCurrentUser } from '../auth/current-user';
import { statusOf } from '../http/problem';
import { t } from '../language/t';
import { useNamedPage } from '../layout/page-title';
import { FailureState } from '../states/failure-state';
import { LoadingRows } from '../states/loading-rows';
import { MessageState } from '../states/message-state';
import { MissingHousehold } from '../states/missing-household';
import { RecognitionForm } from './recognition-form';
import { useFormSources } from './use-form-rules';
import { useHouseholdRecord } from './use-household-record';

/** 录入认定信息: the recognition of one household. */
export function RecognitionPage() {
  useNamedPage(t('录入认定信息'));
  const { id } = useParams();
  const user = useCurrentUser();
  const sources = useFormSources();
  const household = useHouseholdRecord(id);
  const queryClient = useQueryClient();
  const [openings, setOpenings] = useState(0);
  const reload = async () => {
    await queryClient.invalidateQueries();
    setOpenings((count) => count + 1);
  };
  if (statusOf(household.error) === 404) return <MissingHousehold />;
  const failed = [sources, household].find(({ isError }) => isError);
  if (failed) return <FailureState subject={t('这一户')} error={failed.error} onRetry={() => void failed.refetch()} />;
  if (!user || !sources.data || !household.data) return <LoadingRows />;
  if (!hasDuty(user, 'enter')) {
    return (
      <MessageState
        icon="info"
        title={t('您的账号没有录入权限')}
        next={<Link to={`/households/${id ?? ''}`}>{t('查看这一户')}</Link>}
      >
        {t('可以查看这一户的记录；需要录入的，请联系本级主管。')}
      </MessageState>
    );
  }
  return (
    <RecognitionForm
      key={`${household.data.id}.${openings}`}
      loaded={household.data}
      sources={sources.data}
      user={user}
      onReload={() => void reload()}
    />
  );
}
