import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useQueryClient } from '@tanstack/react-query';
import { useNotify } from 'ra-core';
import { useRef, useState } from 'react';
import { Link, useNavigate } from 'react-router-dom';
import { hasDuty, useCurrentUser } from '../auth/current-user';
import { SignInAgainDialog } from '../auth/sign-in-again-dialog';
import { problemFields, sentenceOf } from '../http/problem';
import { Page } from '../layout/page';
import { UnsavedGuard } from '../recognition/save/unsaved-guard';
import { MessageState } from '../states/message-state';
import { colour } from '../theme/tokens';
import { HouseholdFields } from './household-fields';
import { IdFirst } from './id-first';
import { addHousehold, emptyMember, type TypedHousehold } from './new-household';

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
  const [household, setHousehold] = useState<TypedHousehold>();
  const start = (idNumber: string) => {
    const regionCode = user?.regionCode && user.regionCode.length >= 9 ? user.regionCode : '';
    setHousehold({ members: [emptyMember(0, idNumber)], regionCode, verificationNote: '' });
  };
  if (user && !hasDuty(user, 'enter')) {
    return <MessageState icon="info" title="您的账号没有录入权限" next={<Link to="/query">查询住房保障信息</Link>} />;
  }
  return (
    <Page title="新增库外户" description="先查身份证号，再填家庭成员、所在地和核实说明，保存后认定住房安全保障情况。">
      {household ? (
        <NewHousehold household={household} onChange={setHousehold} onBack={() => setHousehold(undefined)} />
      ) : (
        <IdFirst onNew={start} />
      )}
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
    if (household.regionCode === '') return setFaults({ regionCode: '请选择所在地' });
    setBusy(true);
    setFaults({});
    setProblem(undefined);
    try {
      const record = await addHousehold(household);
      saved.current = true;
      notify(`已补录${record.headName}户，请继续认定住房安全保障情况`, { type: 'success' });
      void queryClient.invalidateQueries({ queryKey: ['households'] });
      void queryClient.invalidateQueries({ queryKey: ['statistics'] });
      navigate(`/entry/${record.id}`);
    } catch (error) {
      setFaults(problemFields(error));
      setProblem(`没有保存：${sentenceOf(error)}`);
      setBusy(false);
    }
  };
  return (
    <>
      <HouseholdFields household={household} faults={faults} onChange={onChange} />
      <Bar role="region" aria-label="保存">
        <Button variant="contained" color="primary" disabled={busy} onClick={() => void save()}>
          保存并认定
        </Button>
        <Button onClick={onBack}>返回查号</Button>
        {problem && (
          <span className="problem" role="alert">
            {problem}
          </span>
        )}
      </Bar>
      <SignInAgainDialog />
      <UnsavedGuard unsaved={() => (saved.current ? undefined : '这一户还没有保存；离开后不会保留。')} />
    </>
  );
}
