import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useNotify } from 'ra-core';
import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { sentenceOf } from '../http/problem';
import { t } from '../language/t';
import { entryQueue, nextHousehold } from './next-household';
import type { ListFilter } from './list-filter';
import { useListFilter } from './use-list-filter';

const Key = styled('kbd')({
  font: 'inherit',
  fontSize: 11,
  lineHeight: '16px',
  padding: '0 5px',
  border: '1px solid currentColor',
  borderRadius: 4,
});

/** Opens the form of the next household to enter under the list's conditions; also by the key N. */
export function NextButton() {
  const notify = useNotify();
  const navigate = useNavigate();
  const [busy, setBusy] = useState(false);
  const filter = queueFilter(useListFilter());

  const openNext = async () => {
    setBusy(true);
    try {
      entryQueue.start(filter);
      const { id } = await nextHousehold({ filter });
      if (id === null) notify(t('这些条件下没有待录入的户了'), { type: 'info' });
      else navigate(`/entry/${id}`);
    } catch (error) {
      notify(sentenceOf(error), { type: 'error' });
    }
    setBusy(false);
  };

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() === 'n' && isFree(event)) void openNext();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  });

  return (
    <Button variant="contained" color="primary" disabled={busy} onClick={() => void openNext()} aria-keyshortcuts="n">
      {t('录入下一户')}
      <Key className="desktop-only" aria-hidden="true">
        N
      </Key>
    </Button>
  );
}

/** "Next" looks among the unrecognised by itself; what narrows it is the place and the other conditions. */
function queueFilter({ recognised: _recognised, departed: _departed, ...filter }: ListFilter): ListFilter {
  return filter;
}

/** Single keys are dead while typing, with a modifier, or during input-method composition. */
function isFree(event: KeyboardEvent): boolean {
  const target = event.target instanceof HTMLElement ? event.target : undefined;
  const isTyping = target?.closest('input, textarea, select, [contenteditable], [role=dialog], [role=menu]');
  return !isTyping && !event.isComposing && !event.ctrlKey && !event.metaKey && !event.altKey;
}
