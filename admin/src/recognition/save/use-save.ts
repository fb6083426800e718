import { useQueryClient } from '@tanstack/react-query';
import type { EvidenceGroup, HouseholdRecord } from '@anju/domain/contracts';
import { useNotify, useStore } from 'ra-core';
import { useRef, useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { useCurrentUser } from '../../auth/current-user';
import { sentenceOf } from '../../http/problem';
import { t } from '../../language/t';
import { missingArchive } from '../model/missing';
import { problemsOf, type Problems } from '../model/problems';
import { correctionErrors, currentRecordOf, safeguardErrors } from '../model/server-errors';
import { isCorrection, type RecognitionValues } from '../model/values';
import type { Recognition, RecognitionRules } from '../recognition-context';
import { sendRecord, type SaveOutcome } from './send-record';
import type { Opened, OpenedRecord } from './use-opened-record';

/** Notices stand clear of the save bar at the foot. */
const NOTICE_PLACE = { vertical: 'top', horizontal: 'center' } as const;

export type SaveIntent = 'stay' | 'next';

/** What the clerk has to decide before the save goes on. */
export type SaveQuestion =
  | { readonly about: 'archiveGaps'; readonly labels: readonly string[]; readonly intent: SaveIntent }
  | { readonly about: 'conflict'; readonly current: HouseholdRecord }
  | { readonly about: 'papers'; readonly papers: MissingPapers; readonly intent: SaveIntent };

/** Papers that a saved household lacks, and the warning that says so. */
export interface MissingPapers {
  readonly groups: readonly EvidenceGroup[];
  readonly warningId: number;
}

/** What the last save came to, for the bar. */
export interface SaveMessage {
  readonly savedAt?: Date;
  readonly problem?: string;
}

type FailedSave = Extract<SaveOutcome, { readonly saved: false }>;

interface SaveTools {
  readonly form: UseFormReturn<RecognitionValues>;
  readonly opened: OpenedRecord;
  readonly rules: RecognitionRules;
  readonly focus: Recognition['focus'];
  readonly onSaved: (record: HouseholdRecord) => void;
  /** What the saved household lacks, photos on their way counted as there; undefined when nobody waits for any. */
  readonly missingPapers: (record: HouseholdRecord) => MissingPapers | undefined;
  readonly onNext: () => Promise<void>;
}

/** Saves the form: local checks, the question about archive gaps once, the doors in order, then once what papers are missing. */
export function useSave(tools: SaveTools) {
  const { form, opened, rules, focus, onNext } = tools;
  const { question, setQuestion, outcome, setOutcome, send } = useSending(tools);
  const [busy, setBusy] = useState(false);
  const running = useRef(false);
  const gapsAccepted = useRef(false);
  const papersAsked = useRef(false);
  const [isQuiet, setQuiet] = useQuietAboutPapers();

  const save = async (intent: SaveIntent) => {
    const values = structuredClone(form.getValues());
    const problems = localProblems(values, opened.latest(), rules);
    form.clearErrors();
    if (problems.size > 0) {
      setOutcome({ problem: t('没有保存：请按提示修改 {size} 处', { size: problems.size }) });
      return showProblems(problems, form, focus);
    }
    const gaps = gapsAccepted.current ? [] : missingArchive(values, rules);
    if (gaps.length > 0) return setQuestion({ about: 'archiveGaps', labels: gaps.map(({ label }) => label), intent });
    if (!(await send(values))) return;
    const papers = papersAsked.current || isQuiet ? undefined : tools.missingPapers(opened.latest().record);
    if (papers) {
      papersAsked.current = true;
      return setQuestion({ about: 'papers', papers, intent });
    }
    if (intent === 'next') await onNext();
  };

  /** One save at a time, however often the key is pressed. */
  const once = async (intent: SaveIntent) => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    setOutcome({});
    try {
      await save(intent);
    } catch (error) {
      setOutcome({ problem: sentenceOf(error) });
    }
    running.current = false;
    setBusy(false);
  };

  return {
    busy,
    outcome,
    question,
    save: once,
    closeQuestion: () => setQuestion(undefined),
    stopAsking() {
      setQuiet(true);
    },
    /** Goes where the save was to lead, after a question that came behind it. */
    async goOn(intent: SaveIntent) {
      setQuestion(undefined);
      if (intent === 'next') await onNext();
    },
    acceptGaps(intent: SaveIntent) {
      gapsAccepted.current = true;
      setQuestion(undefined);
      void once(intent);
    },
  };
}

/** Whether a clerk who brings all papers later is not asked for those that are missing: until the sign-out, which empties the store. */
function useQuietAboutPapers() {
  return useStore(`entry.quietAboutPapers.${useCurrentUser()?.id ?? 0}`, false);
}

function useSending({ form, opened, rules, focus, onSaved }: SaveTools) {
  const notify = useNotify();
  const queryClient = useQueryClient();
  const [question, setQuestion] = useState<SaveQuestion>();
  const [outcome, setOutcome] = useState<SaveMessage>({});

  const fail = ({ failed, error, sent, steps }: FailedSave, values: RecognitionValues) => {
    const partly = steps.includes('correction') ? t('更正已保存；认定信息没有保存：') : t('没有保存：');
    setOutcome({ problem: `${partly}${sentenceOf(error)}` });
    const current = currentRecordOf(error);
    if (current) return setQuestion({ about: 'conflict', current });
    const isCorrectionFault = failed === 'correction' && sent !== undefined;
    const { record } = opened.latest();
    showProblems(
      isCorrectionFault ? correctionErrors(error, sent, record) : safeguardErrors(error, values, rules),
      form,
      focus,
    );
  };

  const send = async (values: RecognitionValues): Promise<boolean> => {
    const sent = await sendRecord(values, opened.latest(), rules);
    if (sent.steps.length > 0) {
      opened.afterSave(sent.record, values, (path) => sent.saved || isCorrection(path));
      onSaved(sent.record);
      // Lists are read anew when they are next shown, counts in the menu at once.
      await queryClient.invalidateQueries({ queryKey: ['households'], refetchType: 'none' });
      void queryClient.invalidateQueries({ queryKey: ['statistics'] });
    }
    if (!sent.saved) fail(sent, values);
    else {
      if (sent.steps.length > 0) setOutcome({ savedAt: new Date() });
      notify(savedWords(sent), { type: sent.steps.length > 0 ? 'success' : 'info', anchorOrigin: NOTICE_PLACE });
    }
    return sent.saved;
  };

  return { question, setQuestion, outcome, setOutcome, send };
}

function localProblems(
  values: RecognitionValues,
  { record, values: before }: Opened,
  rules: RecognitionRules,
): Problems {
  const problems = problemsOf(values, record, rules);
  if (problems.size > 0 || values.kind !== '' || record.safeguard) return problems;
  const isCorrected =
    values.remark !== before.remark ||
    values.departureReason !== before.departureReason ||
    values.regionCode !== before.regionCode ||
    JSON.stringify(values.members) !== JSON.stringify(before.members);
  return isCorrected ? problems : new Map([['kind', t('请选择住房安全保障情况')]]);
}

function showProblems(problems: Problems, form: UseFormReturn<RecognitionValues>, focus: Recognition['focus']): void {
  for (const [path, message] of problems) form.setError(path, { type: 'rule', message });
  const [first] = problems.keys();
  if (first) focus({ path: first });
}

function savedWords({ record, steps }: SaveOutcome): string {
  if (steps.includes('safeguard')) return t('已保存{headName}户的认定信息', { headName: record.headName });
  return steps.length > 0 ? t('已保存{headName}户的更正', { headName: record.headName }) : t('没有需要保存的改动');
}
