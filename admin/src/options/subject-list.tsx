import { styled } from '@mui/material/styles';
import type { OptionListRow } from '@anju/domain/contracts';
import { Fragment } from 'react';
import { t } from '../language/t';
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

const GROUPS = [
  {
    title: t('表单'),
    subjects: [
      { about: 'evidence', name: t('佐证材料') },
      { about: 'form', name: t('必填项和帮助') },
    ],
  },
  { title: t('预警'), subjects: [{ about: 'warnings', name: t('预警规则') }] },
] as const;

interface SubjectListProps {
  readonly lists: readonly OptionListRow[];
  readonly current: Subject;
  readonly onChoose: (asked: string) => void;
}

/** What can be maintained: the option lists, the form around them, and the rules of the warnings. */
export function SubjectList({ lists, current, onChoose }: SubjectListProps) {
  return (
    <List aria-label={t('可维护的内容')}>
      <h2>{t('选项列表')}</h2>
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
      {GROUPS.map(({ title, subjects }) => (
        <Fragment key={title}>
          <h2>{title}</h2>
          {subjects.map(({ about, name }) => (
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
        </Fragment>
      ))}
    </List>
  );
}

/** On a phone the subjects are one row that scrolls. */
function intoView(button: HTMLButtonElement | null): void {
  button?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}
