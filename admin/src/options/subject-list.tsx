import { styled } from '@mui/material/styles';
import type { OptionListRow } from '@anju/domain/contracts';
import { colour, PHONE, size } from '../theme/tokens';
import { inFormOrder, nameOf, type Subject } from './subject';

const List = styled('nav')({
  alignSelf: 'start',
  padding: 6,
  background: colour.surface,
  border: `1px solid ${colour.line}`,
  borderRadius: size.radius,
  '& h2': { fontSize: 12, lineHeight: '18px', color: colour.ink3, padding: '8px 10px 4px' },
  '& button': {
    display: 'flex',
    width: '100%',
    alignItems: 'center',
    minHeight: 34,
    padding: '0 10px',
    border: 0,
    borderRadius: size.radius,
    background: 'none',
    color: colour.ink,
    font: 'inherit',
    fontSize: 13,
    textAlign: 'left',
    cursor: 'pointer',
    '&:hover': { background: colour.hover },
  },
  '& button[aria-current=true]': {
    background: colour.selected,
    color: colour.primary2,
    fontWeight: 600,
    boxShadow: `inset 3px 0 0 ${colour.primary}`,
  },
  [PHONE]: {
    display: 'flex',
    gap: 6,
    padding: 0,
    alignSelf: 'stretch',
    background: 'none',
    border: 0,
    overflow: 'auto hidden',
    scrollbarWidth: 'none',
    '& h2': { display: 'none' },
    '& button': {
      flex: 'none',
      width: 'auto',
      minHeight: size.touch,
      border: `1px solid ${colour.line2}`,
      borderRadius: 22,
      background: colour.surface,
      fontSize: 14,
    },
    '& button[aria-current=true]': { borderColor: colour.primary, boxShadow: 'none' },
  },
});

const FORM_SUBJECTS = [
  { about: 'evidence', name: '佐证材料' },
  { about: 'form', name: '必填项和帮助' },
] as const;

interface SubjectListProps {
  readonly lists: readonly OptionListRow[];
  readonly current: Subject;
  readonly onChoose: (asked: string) => void;
}

/** What can be maintained: the option lists, and the form around them. */
export function SubjectList({ lists, current, onChoose }: SubjectListProps) {
  return (
    <List aria-label="可维护的内容">
      <h2>选项列表</h2>
      {inFormOrder(lists).map((list) => (
        <button
          key={list.key}
          type="button"
          ref={current.about === 'list' && current.list.key === list.key ? intoView : undefined}
          aria-current={current.about === 'list' && current.list.key === list.key}
          onClick={() => onChoose(list.key)}
        >
          {nameOf(list)}
        </button>
      ))}
      <h2>表单</h2>
      {FORM_SUBJECTS.map(({ about, name }) => (
        <button
          key={about}
          ref={current.about === about ? intoView : undefined}
          type="button"
          aria-current={current.about === about}
          onClick={() => onChoose(about)}
        >
          {name}
        </button>
      ))}
    </List>
  );
}

/** On a phone the subjects are one row that scrolls. */
function intoView(button: HTMLButtonElement | null): void {
  button?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}
