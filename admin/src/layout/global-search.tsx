import { styled } from '@mui/material/styles';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useNavigate } from 'react-router-dom';
import { personConditions } from '../households/person-conditions';
import { t } from '../language/t';
import { Icon } from '../theme/icon';
import { colour, PHONE, size } from '../theme/tokens';

const Form = styled('form')({
  display: 'flex',
  alignItems: 'center',
  gap: 8,
  height: 30,
  width: 280,
  minWidth: 0,
  marginLeft: 'auto',
  padding: '0 10px',
  border: `1px solid ${colour.barLine}`,
  borderRadius: size.radius,
  background: colour.bar2,
  color: colour.barInk2,
  fontSize: 13,
  '&:focus-within': { outline: `2px solid ${colour.barInk}`, outlineOffset: 1 },
  '& input': {
    flex: 1,
    minWidth: 0,
    border: 0,
    outline: 0,
    background: 'none',
    color: colour.barInk,
    font: 'inherit',
    '&::placeholder': { color: colour.barInk2, opacity: 1 },
  },
  '& kbd': {
    font: 'inherit',
    fontSize: 11,
    lineHeight: '16px',
    padding: '0 5px',
    border: '1px solid currentColor',
    borderRadius: 4,
  },
  [PHONE]: { display: 'none' },
});

/** Finds a person of any household by name or ID number; the words stay out of the address. */
export function GlobalSearch() {
  const navigate = useNavigate();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  useEffect(() => {
    const focus = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return;
      event.preventDefault();
      input.current?.focus();
    };
    window.addEventListener('keydown', focus);
    return () => window.removeEventListener('keydown', focus);
  }, []);

  const search = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === '') return;
    personConditions.set('/query', text);
    setText('');
    navigate(`/query?${new URLSearchParams({ filter: '{}' })}`);
  };

  return (
    <Form role="search" aria-label={t('全局查找')} onSubmit={search} className="no-print">
      <Icon name="search" />
      <input
        ref={input}
        value={text}
        onChange={(event) => setText(event.target.value)}
        aria-label={t('按姓名或身份证号查找')}
        placeholder={t('姓名或身份证号（含成员）')}
        autoComplete="off"
        maxLength={50}
      />
      <kbd aria-hidden="true">Ctrl K</kbd>
    </Form>
  );
}
