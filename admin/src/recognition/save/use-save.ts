import { useQueryClient } from '@tanstack/react-query';
import type { HouseholdRecord } from '@anju/domain/contracts';
import { useNotify } from 'ra-core';
import { useRef, useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { sentenceOf } from '../../http/problem';
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
  | { readonly about: 'conflict'; readonly current: HouseholdRecord };

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
  readonly onNext: () => Promise<void>;
}

/** Saves the form: local checks, the question about archive gaps once, then the doors in order. */
export function useSave(tools: SaveTools) {
  const { form, opened, rules, focus, onNext } = tools;
  const { question, setQuestion, outcome, setOutcome, send } = useSending(tools);
  const [busy, setBusy] = useState(false);
  const running = useRef(false);
  const gapsAccepted = useRef(false);

  const save = async (intent: SaveIntent) => {
    const values = structuredClone(form.getValues());
    const problems = localProblems(values, opened.latest(), rules);
    form.clearErrors();
    if (problems.size > 0) {
      setOutcome({ problem: `没有保存：请按提示修改 ${problems.size} 处` });
      return showProblems(problems, form, focus);
    }
    const gaps = gapsAccepted.current ? [] : missingArchive(values, rules);
    if (gaps.length > 0) return setQuestion({ about: 'archiveGaps', labels: gaps.map(({ label }) => label), intent });
    if ((await send(values)) && intent === 'next') await onNext();
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
    acceptGaps(intent: SaveIntent) {
      gapsAccepted.current = true;
      setQuestion(undefined);
      void once(intent);
    },
  };
}

function useSending({ form, opened, rules, focus, onSaved }: SaveTools) {
  const notify = useNotify();
  const queryClient = useQueryClient();
  const [question, setQuestion] = useState<SaveQuestion>();
  const [outcome, setOutcome] = useState<SaveMessage>({});

  const fail = ({ failed, error, sent, steps }: FailedSave, values: RecognitionValues) => {
    const partly = steps.includes('correction') ? '更正已保存；认定信息没有保存：' : '没有保存：';
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
  return isCorrected ? problems : new Map([['kind', '请选择住房安全保障情况']]);
}

function showProblems(problems: Problems, form: UseFormReturn<RecognitionValues>, focus: Recognition['focus']): void {
  for (const [path, message] of problems) form.setError(path, { type: 'rule', message });
  const [first] = problems.keys();
  if (first) focus({ path: first });
}

function savedWords({ record, steps }: SaveOutcome): string {
  if (steps.includes('safeguard')) return `已保存${record.headName}户的认定信息`;
  return steps.length > 0 ? `已保存${record.headName}户的更正` : '没有需要保存的改动';
}
