import type { FormDefinition, RenovationDetail } from '@anju/domain/contracts';
import { useNotify } from 'ra-core';
import { useRef, useState } from 'react';
import { SignInAgainDialog } from '../auth/sign-in-again-dialog';
import { currentOf, problemFields, sentenceOf } from '../http/problem';
import { t } from '../language/t';
import { UnsavedGuard } from '../recognition/save/unsaved-guard';
import { archiveSections, changesOf, rebased, typedArchive } from './archive-fields';
import { ArchiveForm } from './archive-form';
import { ArchivePersons } from './archive-persons';
import { SaveRow } from './save-row';
import { personChanges, typedPersons } from './typed-persons';
import { useRenovationStep } from './use-renovations';

interface ArchiveCorrectionProps {
  readonly archive: RenovationDetail;
  readonly forms: FormDefinition;
  readonly onDone: () => void;
}

/** Corrects an archive: only what was typed differently is sent. What another person saved meanwhile is taken over beside it. */
export function ArchiveCorrection({ archive, forms, onDone }: ArchiveCorrectionProps) {
  const notify = useNotify();
  const step = useRenovationStep();
  const sections = archiveSections(forms);
  const [base, setBase] = useState(archive);
  const opened = typedArchive(sections, base);
  const [typed, setTyped] = useState(opened);
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>({});
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const saved = useRef(false);
  const [persons, setPersons] = useState(() => typedPersons(archive));
  const personsOpened = typedPersons(base);
  const changes = { ...changesOf(sections, typed, opened), ...personChanges(persons, personsOpened) };
  const refuse = (error: unknown) => {
    const current = currentOf<RenovationDetail>(error);
    if (current) {
      setTyped(rebased(typed, opened, typedArchive(sections, current)));
      if (!('members' in changes)) setPersons(typedPersons(current));
      setBase(current);
      return setProblem(t('没有保存：该档案刚被他人修改，已读入他人的修改，请核对后再保存'));
    }
    setFaults(problemFields(error));
    setProblem(t('没有保存：{error}', { error: sentenceOf(error) }));
  };
  const save = async () => {
    if (Object.keys(changes).length === 0) return onDone();
    setBusy(true);
    setFaults({});
    setProblem(undefined);
    try {
      await step(`/${base.id}`, 'PUT', { version: base.version, ...changes });
      saved.current = true;
      notify(t('已保存危房改造档案'), { type: 'success' });
      onDone();
    } catch (error) {
      refuse(error);
      setBusy(false);
    }
  };
  return (
    <>
      <ArchiveForm forms={forms} typed={typed} faults={faults} onChange={setTyped} />
      <ArchivePersons persons={persons} faults={faults} onChange={setPersons} />
      <SaveRow busy={busy} problem={problem} onSave={() => void save()} onCancel={onDone} />
      <SignInAgainDialog />
      <UnsavedGuard
        unsaved={() =>
          saved.current || Object.keys(changes).length === 0
            ? undefined
            : t('对这份档案的更正还没有保存；离开后不会保留。')
        }
      />
    </>
  );
}
