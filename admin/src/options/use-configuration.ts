import { useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  ConfigurationChangeRow,
  ConfigurationRestored,
  EvidenceConfigChange,
  EvidenceEffect,
  EvidenceProposal,
  FormChange,
  FormsAnswer,
  OptionAddition,
  OptionChange,
  OptionListRow,
  OptionMerged,
  OptionRow,
  OptionUsage,
  StandingWarningRules,
  WarningRuleEffect,
  WarningRulesChange,
  WarningRuleSetting,
} from '@anju/domain/contracts';
import { request } from '../http/request';
import { spokenForms } from '../language/spoken';

const HISTORY_ROWS = 30;

/** The option lists in the order in which the form meets them. */
export function useOptionLists() {
  return useQuery({
    queryKey: ['options', 'lists'],
    queryFn: async ({ signal }) => spokenForms((await request<OptionListRow[]>('/options/lists', { signal })).json),
  });
}

/** The options of one list, retired ones among them; read anew whenever the page is opened. */
export function useListOptions(listKey: string | undefined) {
  return useQuery({
    queryKey: ['options', 'maintained', listKey],
    queryFn: async ({ signal }) => {
      const search = new URLSearchParams({
        filter: JSON.stringify({ listKey }),
        range: '[0,499]',
        sort: '["rank","ASC"]',
      });
      return (await request<OptionRow[]>(`/options/items?${search}`, { signal })).json;
    },
    enabled: listKey !== undefined,
    refetchOnMount: 'always',
  });
}

/** How many households carry each option of a list, by key. */
export function useListUsage(listKey: string) {
  return useQuery({
    queryKey: ['options', 'usage', listKey],
    queryFn: async ({ signal }) => {
      const { json } = await request<{ key: string; households: number }[]>(
        `/options/usage?${new URLSearchParams({ listKey })}`,
        { signal },
      );
      return new Map(json.map(({ key, households }) => [key, households]));
    },
    refetchOnMount: 'always',
  });
}

/** How many households of each county carry one option. */
export function useOptionUsage(id: number) {
  return useQuery({
    queryKey: ['options', 'usage', 'one', id],
    queryFn: async ({ signal }) => (await request<OptionUsage>(`/options/items/${id}/usage`, { signal })).json,
    refetchOnMount: 'always',
  });
}

/** Published changes of a subject (of all without one), newest first. */
export function useChanges(subject: string | undefined) {
  return useQuery({
    queryKey: ['options', 'changes', subject],
    queryFn: async ({ signal }) => {
      const filter = JSON.stringify(subject === undefined ? {} : { subject });
      const search = new URLSearchParams({ filter, range: `[0,${HISTORY_ROWS - 1}]` });
      return (await request<ConfigurationChangeRow[]>(`/options/changes?${search}`, { signal })).json;
    },
    refetchOnMount: 'always',
  });
}

/** Form and evidence as they stand. */
export function useStandingForms() {
  return useQuery({
    queryKey: ['options', 'standing-forms'],
    queryFn: async ({ signal }) => (await request<FormsAnswer>('/options/forms', { signal })).json,
    refetchOnMount: 'always',
  });
}

/** How the rules of the warnings are set. */
export function useWarningRules() {
  return useQuery({
    queryKey: ['options', 'warning-rules'],
    queryFn: async ({ signal }) => (await request<StandingWarningRules>('/options/warning-rules', { signal })).json,
    refetchOnMount: 'always',
  });
}

/** Publishes changes; everything that shows options is read anew afterwards. */
export function useConfigure() {
  const client = useQueryClient();
  const publish = async <Answer>(method: 'POST' | 'PUT', path: string, body: object): Promise<Answer> => {
    try {
      return (await request<Answer>(path, { method, body })).json;
    } finally {
      await client.invalidateQueries({ queryKey: ['options'] });
    }
  };
  return {
    add: (body: OptionAddition) => publish<OptionRow>('POST', '/options/items', body),
    change: (id: number, body: OptionChange) => publish<OptionRow>('PUT', `/options/items/${id}`, body),
    reorder: (listKey: string, ids: readonly number[]) =>
      publish<OptionRow[]>('POST', '/options/items/reorder', { listKey, ids }),
    merge: (option: OptionRow, into: number, reason: string) =>
      publish<OptionMerged>('POST', `/options/items/${option.id}/merge`, {
        version: option.version,
        into,
        preview: false,
        reason,
      }),
    undo: (id: number) => publish<ConfigurationChangeRow>('POST', `/options/changes/${id}/undo`, {}),
    restore: (subject: string, version: number, reason: string) =>
      publish<ConfigurationRestored>('POST', '/options/restore', { subject, preview: false, version, reason }),
    changeForm: (body: FormChange) => publish<{ version: number }>('PUT', '/options/forms', body),
    changeEvidence: (body: EvidenceConfigChange) =>
      publish<{ version: number }>('PUT', '/options/evidence-categories', body),
    changeRules: (body: WarningRulesChange) => publish<StandingWarningRules>('PUT', '/options/warning-rules', body),
  };
}

/** Counts what a merge would change. */
export async function previewMerge(option: OptionRow, into: number): Promise<OptionMerged> {
  const body = { version: option.version, into, preview: true };
  return (await request<OptionMerged>(`/options/items/${option.id}/merge`, { method: 'POST', body })).json;
}

/** Counts what other evidence requirements would do. */
export async function previewEvidence(body: EvidenceProposal): Promise<EvidenceEffect> {
  return (await request<EvidenceEffect>('/options/evidence-categories/preview', { method: 'POST', body })).json;
}

/** Says what bringing a subject back to the shipped one would change. */
export async function previewRestore(subject: string): Promise<ConfigurationRestored> {
  const body = { subject, preview: true };
  return (await request<ConfigurationRestored>('/options/restore', { method: 'POST', body })).json;
}

/** Counts what another setting of a rule would do. */
export async function previewRule(body: WarningRuleSetting, signal: AbortSignal): Promise<WarningRuleEffect> {
  return (await request<WarningRuleEffect>('/options/warning-rules/preview', { method: 'POST', body, signal })).json;
}
