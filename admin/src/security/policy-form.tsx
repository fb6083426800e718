import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import type { PolicyConflict, PolicyInForce } from '@anju/domain/contracts';
import { useNotify } from 'ra-core';
import { useState, type FormEvent } from 'react';
import { usePolicy, useTellPolicy } from '../auth/use-policy';
import { TextField } from '../forms/text-field';
import { currentOf, problemFields, sentenceOf } from '../http/problem';
import { t } from '../language/t';
import { FailureState } from '../states/failure-state';
import { LoadingRows } from '../states/loading-rows';
import { PHONE } from '../theme/tokens';
import { draftOf, policyOf, RULES, type PolicyDraft } from './policy-draft';
import { PolicyOvertaken } from './policy-overtaken';
import { useSetPolicy } from './use-security';

const Form = styled('form')({
  overflow: 'auto',
  padding: 16,
  fontSize: 13,
  '& fieldset': {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(220px, 1fr))',
    gap: '10px 16px',
    maxWidth: 980,
    margin: '0 0 16px',
    padding: 0,
    border: 0,
  },
  '& legend': { padding: '0 0 6px', fontWeight: 600 },
  '& .foot': { display: 'flex', alignItems: 'center', gap: 12 },
  [PHONE]: { overflow: 'visible', padding: 12 },
});

/** 登录策略: the rules of passwords, failures and idleness; they hold at once for everybody. */
export function PolicyForm() {
  const { data, error, refetch } = usePolicy();
  if (error) return <FailureState subject={t('登录策略')} error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingRows />;
  return <Rules opened={data} />;
}

/** What is typed stays whoever saves in between; it is saved over theirs only on the user's word. */
function Rules({ opened }: { readonly opened: PolicyInForce }) {
  const setPolicy = useSetPolicy();
  const tellPolicy = useTellPolicy();
  const notify = useNotify();
  const [version, setVersion] = useState(opened.version);
  const [draft, setDraft] = useState<PolicyDraft>(() => draftOf(opened.policy));
  const [theirs, setTheirs] = useState<PolicyConflict>();
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>({});
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const goOnFrom = (policy: PolicyInForce) => {
    setVersion(policy.version);
    setDraft(draftOf(policy.policy));
    setTheirs(undefined);
  };
  const save = async (over: number) => {
    setBusy(true);
    setFaults({});
    setProblem(undefined);
    try {
      goOnFrom(await setPolicy(over, policyOf(draft)));
      notify(t('登录策略已生效'), { type: 'success' });
    } catch (error) {
      const current = currentOf<PolicyConflict>(error);
      setTheirs(current);
      if (current) tellPolicy(current);
      setFaults(problemFields(error));
      if (!current) setProblem(t('没有保存：{error}', { error: sentenceOf(error) }));
    }
    setBusy(false);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void save(version);
  };
  return (
    <Form onSubmit={submit} noValidate aria-label={t('登录策略')}>
      {RULES.map(({ title, rules }) => (
        <fieldset key={title}>
          <legend>{title}</legend>
          {rules.map(({ path, label, hint }) => (
            <TextField
              key={path}
              label={label}
              hint={hint}
              maxLength={6}
              value={draft[path] ?? ''}
              error={faults[`policy.${path}`]}
              onChange={(value) => setDraft({ ...draft, [path]: value })}
            />
          ))}
        </fieldset>
      ))}
      {problem && <p role="alert">{problem}</p>}
      {theirs && (
        <PolicyOvertaken
          theirs={theirs}
          draft={draft}
          busy={busy}
          onTake={() => goOnFrom(theirs)}
          onOverwrite={() => void save(theirs.version)}
        />
      )}
      <div className="foot">
        <Button type="submit" variant="contained" color="primary" disabled={busy || theirs !== undefined}>
          {t('保存并生效')}
        </Button>
        <span className="muted">{t('改动立即对全部账号生效，并记入操作日志。')}</span>
      </div>
    </Form>
  );
}
