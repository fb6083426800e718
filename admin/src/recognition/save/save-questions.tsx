import { useFormContext } from 'react-hook-form';
import type { HouseholdRecord } from '@anju/domain/contracts';
import { request } from '../../http/request';
import type { FieldPath, RecognitionValues } from '../model/values';
import { useRecognition } from '../recognition-context';
import { ArchiveGapsDialog } from './archive-gaps-dialog';
import { ConflictDialog } from './conflict-dialog';
import { MissingPapersDialog } from './missing-papers-dialog';
import type { useSave } from './use-save';

interface SaveQuestionsProps {
  readonly saving: ReturnType<typeof useSave>;
  readonly fill: (record: HouseholdRecord) => RecognitionValues;
  /** Reads the household anew, under what is typed. */
  readonly onRefresh: () => Promise<void>;
  readonly onTake: (current: HouseholdRecord, givenUp: ReadonlySet<FieldPath>) => void;
}

/** The dialogs in which a save asks something. */
export function SaveQuestions({ saving, fill, onTake, onRefresh }: SaveQuestionsProps) {
  const { opened, focus } = useRecognition();
  const { getValues } = useFormContext<RecognitionValues>();
  const { question, closeQuestion, acceptGaps, goOn, stopAsking } = saving;
  if (question?.about === 'archiveGaps') {
    return (
      <ArchiveGapsDialog labels={question.labels} onSave={() => acceptGaps(question.intent)} onClose={closeQuestion} />
    );
  }
  if (question?.about === 'papers') {
    const { papers, intent } = question;
    const { groups, warningId } = papers;
    return (
      <MissingPapersDialog
        labels={groups.map(({ label }) => label)}
        onUpload={() => {
          closeQuestion();
          focus({ category: groups[0]?.categories[0] ?? '' });
        }}
        onExplain={async (text) => {
          await request(`/warnings/${warningId}/dismiss`, { method: 'POST', body: { text } });
          if (intent === 'stay') await onRefresh();
          await goOn(intent);
        }}
        onLater={(quiet) => {
          if (quiet) stopAsking();
          void goOn(intent);
        }}
      />
    );
  }
  if (question?.about !== 'conflict') return null;
  const take = (givenUp: ReadonlySet<FieldPath>) => {
    onTake(question.current, givenUp);
    closeQuestion();
  };
  return (
    <ConflictDialog
      current={question.current}
      states={{ base: opened, mine: getValues(), theirs: fill(question.current) }}
      onTake={take}
      onClose={closeQuestion}
    />
  );
}
