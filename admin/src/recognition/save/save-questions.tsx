import { useFormContext } from 'react-hook-form';
import type { HouseholdRecord } from '@anju/domain/contracts';
import type { FieldPath, RecognitionValues } from '../model/values';
import { useRecognition } from '../recognition-context';
import { ArchiveGapsDialog } from './archive-gaps-dialog';
import { ConflictDialog } from './conflict-dialog';
import type { useSave } from './use-save';

interface SaveQuestionsProps {
  readonly saving: ReturnType<typeof useSave>;
  readonly fill: (record: HouseholdRecord) => RecognitionValues;
  readonly onTake: (current: HouseholdRecord, givenUp: ReadonlySet<FieldPath>) => void;
}

/** The dialogs in which a save asks something. */
export function SaveQuestions({ saving, fill, onTake }: SaveQuestionsProps) {
  const { opened } = useRecognition();
  const { getValues } = useFormContext<RecognitionValues>();
  const { question, closeQuestion, acceptGaps } = saving;
  if (question?.about === 'archiveGaps') {
    return (
      <ArchiveGapsDialog labels={question.labels} onSave={() => acceptGaps(question.intent)} onClose={closeQuestion} />
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
