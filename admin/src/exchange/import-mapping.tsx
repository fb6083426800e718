import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import type { ImportJobDetail } from '@anju/domain/contracts';
import { useNotify } from 'ra-core';
import { useState } from 'react';
import { sentenceOf } from '../http/problem';
import { phrase, t } from '../language/t';
import { colour, PHONE } from '../theme/tokens';
import { useImportActions } from './use-imports';

const Form = styled('form')({
  display: 'grid',
  gap: 10,
  '& ul': {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(320px, 1fr))',
    gap: '6px 20px',
    maxHeight: 340,
    overflow: 'auto',
    padding: 2,
  },
  '& label': { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) 190px', gap: 8, alignItems: 'center' },
  '& select': {
    height: 32,
    borderRadius: 6,
    border: `1px solid ${colour.field}`,
    background: colour.surface,
    font: 'inherit',
  },
  '& select[data-open=true]': { borderColor: colour.warning },
  [PHONE]: { '& ul': { gridTemplateColumns: 'minmax(0, 1fr)' } },
});

/** Says which column is which when the titles do not; the choice is kept for the next list. */
export function ImportMappingForm({ job }: { readonly job: ImportJobDetail }) {
  const notify = useNotify();
  const { map } = useImportActions(job.id);
  const known = job.facts?.known ?? [];
  const titles = job.facts?.columns ?? [];
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(
      titles.map(({ title, takenFor }) => [title, known.find((entry) => entry.title === takenFor)?.column ?? '']),
    ),
  );
  const [busy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    try {
      await map({ columns: titles.map(({ title }) => ({ title, column: chosen[title] || null })) });
    } catch (error) {
      notify(sentenceOf(error), { type: 'error' });
    }
    setBusy(false);
  };
  return (
    <Form
      aria-label={t('指定列')}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <p>
        {phrase('文件中没有认出这些列：{missing}。请为文件的各列指定含义，下次同样的表头会自动识别。', {
          missing: <strong>{job.facts?.missing?.join(t('、'))}</strong>,
        })}
      </p>
      <ul>
        {titles.map(({ title }) => (
          <li key={title}>
            <label>
              <span className="truncate">{title}</span>
              <select
                value={chosen[title] ?? ''}
                data-open={!chosen[title]}
                onChange={(event) => setChosen({ ...chosen, [title]: event.target.value })}
              >
                <option value="">{t('不使用')}</option>
                {known.map((entry) => (
                  <option key={entry.column} value={entry.column}>
                    {entry.title}
                  </option>
                ))}
              </select>
            </label>
          </li>
        ))}
      </ul>
      <div className="buttons">
        <Button type="submit" variant="contained" color="primary" disabled={busy}>
          {t('按此重新试算')}
        </Button>
      </div>
    </Form>
  );
}
