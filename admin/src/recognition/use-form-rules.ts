import { useQuery } from '@tanstack/react-query';
import type { FormsAnswer, OptionRow } from '@anju/domain/contracts';
import { request } from '../http/request';
import { spokenForms } from '../language/spoken';
import type { RecognitionRules } from './recognition-context';

const optionSearch = new URLSearchParams({
  filter: JSON.stringify({}),
  range: JSON.stringify([0, 499]),
  sort: JSON.stringify(['rank', 'ASC']),
});

export interface FormSources {
  readonly forms: FormsAnswer;
  readonly options: readonly OptionRow[];
}

/** The form definition, evidence requirements and options that the server keeps. */
export function useFormSources() {
  return useQuery({
    queryKey: ['options', 'recognition-form'],
    queryFn: async ({ signal }): Promise<FormSources> => {
      const [forms, options] = await Promise.all([
        request<FormsAnswer>('/options/forms', { signal }),
        request<readonly OptionRow[]>(`/options/items?${optionSearch}`, { signal }),
      ]);
      return spokenForms({ forms: forms.json, options: options.json });
    },
    // The answer carries the server's day, by which dates are judged.
    staleTime: 5 * 60_000,
  });
}

/** The rules for a household of a region: options added by another region are not offered. */
export function rulesFor({ forms, options }: FormSources, regionCode: string): RecognitionRules {
  return {
    forms: forms.safeguard,
    evidence: forms.evidence,
    today: forms.today,
    idNumbers: { today: forms.today, extraProvincePrefixes: forms.idCard.extraProvincePrefixes },
    options: options.filter((option) => option.regionCode === null || regionCode.startsWith(option.regionCode)),
  };
}
