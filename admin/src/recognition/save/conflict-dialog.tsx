import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import type { HouseholdRecord } from '@anju/domain/contracts';
import { useState } from 'react';
import { t } from '../../language/t';
import { contestedFields, newerFields, type ThreeStates } from '../model/conflict';
import { flatValues, type FieldPath } from '../model/values';
import { useRecognition } from '../recognition-context';
import { ContestedChoice } from './contested-choice';
import { pathLabel } from './path-label';
import { PathValue } from './path-value';

interface ConflictDialogProps {
  readonly current: HouseholdRecord;
  readonly states: ThreeStates;
  /** Goes on from the newer record; the fields given up take its values. */
  readonly onTake: (givenUp: ReadonlySet<FieldPath>) => void;
  readonly onClose: () => void;
}

/** Somebody saved the household in between: says what is newer and asks only about what both sides changed. */
export function ConflictDialog({ current, states, onTake, onClose }: ConflictDialogProps) {
  const { rules } = useRecognition();
  const [givenUp, setGivenUp] = useState<ReadonlySet<FieldPath>>(new Set());
  const contested = contestedFields(states);
  const newer = newerFields(states);
  const theirs = flatValues(states.theirs);
  const person = current.safeguard?.entryPerson;
  const choose = (path: FieldPath, side: 'mine' | 'theirs') => {
    const next = new Set(givenUp);
    if (side === 'theirs') next.add(path);
    else next.delete(path);
    setGivenUp(next);
  };
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby="conflict-title">
      <DialogTitle id="conflict-title">{t('这一户刚被他人修改，您的内容还没有保存')}</DialogTitle>
      <DialogContent sx={{ px: 2, fontSize: 13, display: 'grid', gap: 1.5 }}>
        <p>
          {t('{person}您填写的内容都还在，查看最新后再保存即可。', {
            person: person
              ? t('最新的认定由{person}录入（{entryDate}）。', {
                  person,
                  entryDate: current.safeguard?.entryDate ?? '',
                })
              : t('最新的记录尚未认定。'),
          })}
        </p>
        {newer.length > 0 && (
          <div>
            <b>{t('对方改动的内容')}</b>
            <ul>
              {newer.map((path) => (
                <li key={path}>
                  {t('{path}：', { path: pathLabel(path, current, rules) })}
                  <PathValue path={path} value={theirs.get(path) ?? ''} />
                </li>
              ))}
            </ul>
          </div>
        )}
        {contested.map((field) => (
          <ContestedChoice
            key={field.path}
            field={field}
            record={current}
            side={givenUp.has(field.path) ? 'theirs' : 'mine'}
            onChoose={(side) => choose(field.path, side)}
          />
        ))}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('取消')}</Button>
        <Button variant="contained" color="primary" onClick={() => onTake(givenUp)}>
          {t('查看最新')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
