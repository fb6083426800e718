import type { FormDefinition } from '@anju/domain/contracts';
import { useNotify } from 'ra-core';
import { useRef, useState } from 'react';
import { Link, useNavigate } from 'react-router-dom';
import { hasDuty, useCurrentUser } from '../auth/current-user';
import { SignInAgainDialog } from '../auth/sign-in-again-dialog';
import { problemFields, sentenceOf } from '../http/problem';
import { t } from '../language/t';
import { Page } from '../layout/page';
import { UnsavedGuard } from '../recognition/save/unsaved-guard';
import { LoadingRows } from '../states/loading-rows';
import { MessageState } from '../states/message-state';
import { useForms } from '../vocabulary/use-forms';
import { archiveSections, changesOf, typedArchive, type TypedArchive } from './archive-fields';
import { ArchiveForm } from './archive-form';
import { ArchivePersons } from './archive-persons';
import { SaveRow } from './save-row';
import { personChanges, typedPersons } from './typed-persons';
import { useRenovationStep } from './use-renovations';

/** 新增危房改造档案. */
export function NewRenovationPage() {
  const user = useCurrentUser();
  const forms = useForms();
  if (user && !hasDuty(user, 'enter')) {
    return (
      <MessageState
        icon="info"
        title={t('您的账号没有录入权限')}
        next={<Link to="/renovations">{t('危房改造档案')}</Link>}
      />
    );
  }
  return (
    <Page
      title={t('新增危房改造档案')}
      shortTitle={t('新增档案')}
      description={t('所在地和户主必填，其余可以以后补录。')}
    >
      {user && forms ? (
        <NewRenovation forms={forms.safeguard} place={user.regionCode ?? ''} />
      ) : (
        <LoadingRows rows={8} />
      )}
    </Page>
  );
}

function NewRenovation({ forms, place }: { readonly forms: FormDefinition; readonly place: string }) {
  const navigate = useNavigate();
  const notify = useNotify();
  const step = useRenovationStep();
  const sections = archiveSections(forms);
  const [opened] = useState(
    (): TypedArchive => ({ ...typedArchive(sections), regionCode: place.length >= 9 ? place : '' }),
  );
  const [typed, setTyped] = useState(opened);
  const [persons, setPersons] = useState(() => typedPersons());
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>({});
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const saved = useRef(false);
  const save = async () => {
    if (typed.regionCode === '') return setFaults({ regionCode: t('请选择所在地') });
    setBusy(true);
    setFaults({});
    setProblem(undefined);
    try {
      const body = {
        regionCode: typed.regionCode,
        headName: '',
        ...changesOf(sections, typed, opened),
        ...personChanges(persons, []),
      };
      const archive = await step('', 'POST', body);
      saved.current = true;
      notify(t('已新增{headName}户的危房改造档案', { headName: archive.headName }), { type: 'success' });
      navigate(`/renovations/${archive.id}`);
    } catch (error) {
      setFaults(problemFields(error));
      setProblem(t('没有保存：{error}', { error: sentenceOf(error) }));
      setBusy(false);
    }
  };
  const isTouched = () => persons.length > 0 || Object.entries(typed).some(([name, value]) => value !== opened[name]);
  return (
    <>
      <ArchiveForm forms={forms} typed={typed} faults={faults} onChange={setTyped} />
      <ArchivePersons persons={persons} faults={faults} onChange={setPersons} />
      <SaveRow busy={busy} problem={problem} onSave={() => void save()} onCancel={() => navigate('/renovations')} />
      <SignInAgainDialog />
      <UnsavedGuard
        unsaved={() => (saved.current || !isTouched() ? undefined : t('这份档案还没有保存；离开后不会保留。'))}
      />
    </>
  );
}
