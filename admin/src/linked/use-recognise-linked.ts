import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { HouseholdConditions, RecogniseLinkedAnswer } from '@anju/domain/contracts';
import { parts } from '../http/parts';
import { request } from '../http/request';

const DOOR = '/registry/recognise-linked';

/** What the set of a filter can be recognised by; read anew each time the dialog opens. */
export function useLinkedPreview(filter: HouseholdConditions) {
  return useQuery({
    queryKey: ['recognise-linked', filter],
    queryFn: async ({ signal }) =>
      (await request<RecogniseLinkedAnswer>(DOOR, { method: 'POST', body: { filter, preview: true }, signal })).json,
    gcTime: 0,
    staleTime: Infinity,
    retry: false,
  });
}

/** How far a set has come. */
export interface LinkedProgress {
  readonly judged: number;
  readonly recognised: number;
  readonly leftOut: RecogniseLinkedAnswer['leftOut'];
  readonly isDone: boolean;
}

const NOTHING_YET: LinkedProgress = { judged: 0, recognised: 0, leftOut: [], isDone: false };

/** Recognises the set part by part until its end or until `isStopped`; whatever counts or lists households is then read anew. */
export function useRecogniseLinked() {
  const queryClient = useQueryClient();
  return async (
    filter: HouseholdConditions,
    persons: Readonly<Record<string, string>>,
    onProgress: (progress: LinkedProgress) => void,
    isStopped: () => boolean,
  ): Promise<void> => {
    let progress = NOTHING_YET;
    try {
      for await (const part of parts<RecogniseLinkedAnswer>(DOOR, { filter, preview: false, ...persons })) {
        progress = {
          judged: progress.judged + part.matched,
          recognised: progress.recognised + part.recognised,
          leftOut: together(progress.leftOut, part.leftOut),
          isDone: part.next === null,
        };
        onProgress(progress);
        if (isStopped()) break;
      }
      onProgress({ ...progress, isDone: true });
    } finally {
      for (const key of ['households', 'statistics', 'renovations', 'warnings']) {
        void queryClient.invalidateQueries({ queryKey: [key] });
      }
    }
  };
}

type LeftOut = RecogniseLinkedAnswer['leftOut'];
const MOST_EXAMPLES = 5;

/** The households that stay out of both parts, by reason. */
function together(before: LeftOut, now: LeftOut): LeftOut {
  const reasons = [...new Set([...before, ...now].map(({ reason }) => reason))];
  return reasons.flatMap((reason) => {
    const parts = [...before, ...now].filter((part) => part.reason === reason);
    const [first] = parts;
    if (!first) return [];
    return [
      {
        ...first,
        count: parts.reduce((sum, { count }) => sum + count, 0),
        examples: parts.flatMap(({ examples }) => examples).slice(0, MOST_EXAMPLES),
      },
    ];
  });
}
