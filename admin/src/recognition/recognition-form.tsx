import GlobalStyles from '@mui/material/GlobalStyles';
import type { HouseholdRecord } from '@anju/domain/contracts';
import { useNotify } from 'ra-core';
import { useCallback, useMemo } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { useNavigate } from 'react-router-dom';
import type { CurrentUser } from '../auth/current-user';
import { SignInAgainDialog } from '../auth/sign-in-again-dialog';
import { request } from '../http/request';
import { t } from '../language/t';
import { ReturnedReasons } from './returned-reasons';
import { RecordWarnings } from '../warnings/record-warnings';
import { DraftBanner } from './draft/draft-banner';
import { useDraft } from './draft/use-draft';
import { EvidenceProvider } from './evidence/evidence-provider';
import type { Upload } from './evidence/upload-queue';
import { useStoredEvidence } from './evidence/use-stored-evidence';
import { missingEvidence } from './model/missing';
import { placedWarnings } from './model/placed-warnings';
import { initialValues, type FieldPath, type RecognitionValues } from './model/values';
import { Frame, tabBarHidden } from './page/frame';
import { openNext } from './page/open-next';
import { PageHead } from './page/page-head';
import { Sections } from './page/sections';
import { useFirstFocus } from './page/use-first-focus';
import { useFocusTarget } from './page/use-focus-target';
import { lastPersons } from './persons/last-persons';
import { RecognitionContext, type RecognitionRules } from './recognition-context';
import { SaveBar } from './save/save-bar';
import { SaveQuestions } from './save/save-questions';
import { UnsavedGuard } from './save/unsaved-guard';
import { useOpenedRecord } from './save/use-opened-record';
import { type MissingPapers, type SaveIntent, useSave } from './save/use-save';
import { useConfigurationChanges } from './use-configuration-changes';
import { useLiveWarnings } from './use-live-warnings';
import { useWarningTarget } from './use-warning-target';
import { rulesFor, type FormSources } from './use-form-rules';

interface RecognitionFormProps {
  readonly loaded: HouseholdRecord;
  readonly sources: FormSources;
  readonly user: CurrentUser;
  /** Reads the household anew, after the recognition was withdrawn. */
  readonly onReload: () => void;
}

/** The form of one household: list data, persons, kind, fields, evidence, and the bar that saves them. */
export function RecognitionForm({ loaded, sources, user, onReload }: RecognitionFormProps) {
  const navigate = useNavigate();
  const notify = useNotify();
  const checkConfiguration = useConfigurationChanges(sources.forms.version);
  const rules = useMemo(() => rulesFor(sources, loaded.regionCode), [sources, loaded.regionCode]);
  const fill = useCallback(
    (record: HouseholdRecord) => initialValues(record, { forms: rules.forms, user, today: rules.today }),
    [rules, user],
  );
  const first = useMemo(() => ({ record: loaded, values: fill(loaded) }), [loaded, fill]);
  const form = useForm<RecognitionValues>({ defaultValues: first.values });
  const openedRecord = useOpenedRecord(first, fill, form);
  const { values: opened } = openedRecord.opened;
  const evidence = useStoredEvidence(loaded);
  const record = useLiveWarnings(openedRecord.opened.record, evidence.stored);
  const draft = useDraft(form, openedRecord, loaded.id);
  const { step, setStep, focus } = useFocusTarget();
  useFirstFocus(loaded);
  useWarningTarget(record, rules, focus);
  const recognition = useMemo(() => ({ record, opened, rules, focus }), [record, opened, rules, focus]);
  const saving = useSave({
    form,
    opened: openedRecord,
    rules,
    focus,
    onSaved: (saved) => {
      evidence.takeOver(saved);
      lastPersons.remember(user.id, form.getValues('common'));
      draft.settle();
    },
    missingPapers: (saved) => papersOf(saved, form.getValues(), evidence.queue.uploads(), rules),
    onNext: () => openNext(record.id, { navigate, notify }),
  });
  /** What changed since the form was read is shown before it is saved. */
  const saveAsConfigured = async (intent: SaveIntent) => {
    if (!(await checkConfiguration())) await saving.save(intent);
  };
  const take = (current: HouseholdRecord, givenUp: ReadonlySet<FieldPath>) => {
    openedRecord.afterConflict(current, givenUp);
    evidence.takeOver(current);
  };
  return (
    <RecognitionContext.Provider value={recognition}>
      <FormProvider {...form}>
        <EvidenceProvider evidence={evidence}>
          <GlobalStyles styles={tabBarHidden} />
          <Frame>
            <PageHead onWithdrawn={onReload} />
            <DraftBanner draft={draft} />
            <ReturnedReasons record={record} onOpen={focus} />
            <RecordWarnings record={record} placed={placedWarnings(record, rules)} onOpen={focus} />
            <Sections step={step} onStep={setStep} />
            <SaveBar busy={saving.busy} outcome={saving.outcome} onSave={(intent) => void saveAsConfigured(intent)} />
          </Frame>
          <SaveQuestions
            saving={saving}
            fill={fill}
            onTake={take}
            onRefresh={async () => {
              const { json } = await request<HouseholdRecord>(`/registry/households/${record.id}`);
              take(json, new Set());
            }}
          />
          <SignInAgainDialog />
          <UnsavedGuard unsaved={() => unsavedWords(openedRecord.differs(), evidence.queue.uploads().length)} />
        </EvidenceProvider>
      </FormProvider>
    </RecognitionContext.Provider>
  );
}

/** The papers that a warning waits for, those on their way left out. */
function papersOf(
  saved: HouseholdRecord,
  values: RecognitionValues,
  uploads: readonly Upload[],
  rules: RecognitionRules,
): MissingPapers | undefined {
  const warning = saved.warnings.find(({ kind, state }) => kind === 'evidenceMissing' && state === 'open');
  const coming = uploads.filter(({ state }) => state !== 'failed');
  const groups = missingEvidence(values, [...saved.evidence, ...coming], rules);
  return warning && groups.length > 0 ? { groups, warningId: warning.id } : undefined;
}

function unsavedWords(isTyped: boolean, photos: number): string | undefined {
  const words = [
    isTyped ? t('填写的内容还没有保存，草稿会保留 30 天。') : '',
    photos > 0 ? t('还有 {photos} 张照片没有上传，离开后不会保留。', { photos }) : '',
  ];
  return words.join('') || undefined;
}
