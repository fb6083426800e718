import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useQueryClient } from '@tanstack/react-query';
import { useNotify } from 'ra-core';
import { useRef, useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router-dom';
import { hasDuty, useCurrentUser } from '../auth/current-user';
import { SignInAgainDialog } from '../auth/sign-in-again-dialog';
import { problemFields, sentenceOf } from '../http/problem';
import { t } from '../language/t';
import { Page } from '../layout/page';
import { useRenovation } from '../renovations/use-renovations';
import { UnsavedGuard } from '../recognition/save/unsaved-guard';
import { LoadingRows } from '../states/loading-rows';
import { MessageState } from '../states/message-state';
import { colour } from '../theme/tokens';
import { HouseholdFields } from './household-fields';
import { IdFirst } from './id-first';
import { addHousehold, emptyMember, householdOfArchive, type TypedHousehold } from './new-household';

const Bar = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 12,
  '& .problem': { color: colour.warning, fontSize: 13 },
});

/** 新增库外户: the number first, then the household, then the recognition form of every other household. */
export function NewHouseholdPage() {
  const user = useCurrentUser();
  const [typed, setHousehold] = useState<TypedHousehold | 'search'>();
  const [search] = useSearchParams();
  const asked = search.get('renovation') ?? '';
  const archive = useRenovation(asked);
  const start = (idNumber: string) => {
    const regionCode = user?.regionCode && user.regionCode.length >= 9 ? user.regionCode : '';
    setHousehold({ members: [emptyMember(0, idNumber)], regionCode, verificationNote: '' });
  };
  if (user && !hasDuty(user, 'enter')) {
    return (
      <MessageState
        icon="info"
        title={t('您的账号没有录入权限')}
        next={<Link to="/query">{t('查询住房保障信息')}</Link>}
      />
    );
  }
  // The archive's person was looked for already: that is why the warning sent the clerk here.
  const household = typed ?? (archive.data && householdOfArchive(archive.data));
  const isReading = typed === undefined && asked !== '' && archive.isLoading;
  return (
    <Page
      title={t('新增库外户')}
      description={t('先查身份证号，再填家庭成员、所在地和核实说明，保存后认定住房安全保障情况。')}
    >
      {archive.error && asked !== '' && (
        <p role="alert">{t('没有读到危房改造档案：{error}', { error: sentenceOf(archive.error) })}</p>
      )}
      {isReading && <LoadingRows rows={6} />}
      {!isReading &&
        (household && household !== 'search' ? (
          <NewHousehold household={household} onChange={setHousehold} onBack={() => setHousehold('search')} />
        ) : (
          <IdFirst onNew={start} />
        ))}
    </Page>
  );
}

interface NewHouseholdProps {
  readonly household: TypedHousehold;
  readonly onChange: (household: TypedHousehold) => void;
  readonly onBack: () => void;
}

function NewHousehold({ household, onChange, onBack }: NewHouseholdProps) {
  const navigate = useNavigate();
  const notify = useNotify();
  const queryClient = useQueryClient();
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>({});
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const saved = useRef(false);
  const save = async () => {
    if (household.regionCode === '') return setFaults({ regionCode: t('请选择所在地') });
    setBusy(true);
    setFaults({});
    setProblem(undefined);
    try {
      const record = await addHousehold(household);
      saved.current = true;
      notify(t('已补录{headName}户，请继续认定住房安全保障情况', { headName: record.headName }), { type: 'success' });
      void queryClient.invalidateQueries({ queryKey: ['households'] });
      void queryClient.invalidateQueries({ queryKey: ['statistics'] });
      navigate(`/entry/${record.id}`);
    } catch (error) {
      setFaults(problemFields(error));
      setProblem(t('没有保存：{error}', { error: sentenceOf(error) }));
      setBusy(false);
    }
  };
  return (
    <>
      <HouseholdFields household={household} faults={faults} onChange={onChange} />
      <Bar role="region" aria-label={t('保存')}>
        <Button variant="contained" color="primary" disabled={busy} onClick={() => void save()}>
          {t('保存并认定')}
        </Button>
        <Button onClick={onBack}>{t('返回查号')}</Button>
        {problem && (
          <span className="problem" role="alert">
            {problem}
          </span>
        )}
      </Bar>
      <SignInAgainDialog />
      <UnsavedGuard unsaved={() => (saved.current ? undefined : t('这一户还没有保存；离开后不会保留。'))} />
    </>
  );
}
