import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useState, type FormEvent } from 'react';
import { TextField } from '../forms/text-field';
import { sentenceOf } from '../http/problem';
import { saveText } from '../http/save-text';
import { t } from '../language/t';
import { Card } from '../layout/card';
import { Icon } from '../theme/icon';
import { colour, PHONE } from '../theme/tokens';
import { countText } from '../vocabulary/numbers';
import { dailySeals, verifyJournal, type Verification } from './use-journal';

const Body = styled('form')({
  display: 'flex',
  alignItems: 'start',
  flexWrap: 'wrap',
  gap: '8px 12px',
  padding: '10px 16px',
  fontSize: 13,
  '& .anchor': { flex: '1 1 320px', maxWidth: 620 },
  // Beside the input, below its label.
  '& > button': { marginTop: 20 },
  '& p': { flexBasis: '100%', margin: 0, display: 'flex', gap: 8, lineHeight: '20px', overflowWrap: 'anywhere' },
  '& p svg': { marginTop: 2, flex: 'none' },
  '& .held': { color: colour.done },
  '& .broken': { color: colour.warning, fontWeight: 600 },
  [PHONE]: { padding: 12, '& > button': { marginTop: 0 }, '& .anchor': { flexBasis: '100%' } },
});

type State =
  | { readonly at: 'idle' }
  | { readonly at: 'running'; readonly compared: number }
  | { readonly at: 'done'; readonly found: Verification }
  | { readonly at: 'failed'; readonly sentence: string };

const ANCHOR = /^\s*(\d{1,15})\s*[:：]\s*([0-9a-fA-F]{64})\s*$/;

/** Compares the journal with its seals and says in words what came of it; hands out the seals to be kept elsewhere. */
export function IntegrityCard() {
  const [state, setState] = useState<State>({ at: 'idle' });
  const [anchor, setAnchor] = useState('');
  const parts = ANCHOR.exec(anchor);
  const isWrong = anchor.trim() !== '' && !parts;
  const verify = async (event: FormEvent) => {
    event.preventDefault();
    if (isWrong) return;
    setState({ at: 'running', compared: 0 });
    try {
      const kept = parts ? { seal: Number(parts[1]), hash: parts[2] ?? '' } : undefined;
      const found = await verifyJournal(kept, (compared) => setState({ at: 'running', compared }));
      setState({ at: 'done', found });
    } catch (error) {
      setState({ at: 'failed', sentence: sentenceOf(error) });
    }
  };
  return (
    <Card aria-label={t('完整性校验')}>
      <Body onSubmit={(event) => void verify(event)}>
        <div className="anchor">
          <TextField
            label={t('留存的封存值（可不填）')}
            value={anchor}
            onChange={setAnchor}
            maxLength={100}
            error={isWrong ? t('格式应为“封存号:64 位封存值”') : undefined}
            hint={t('填写此前下载或日志文件中的封存值，可查出日志是否被整体重做')}
          />
        </div>
        <Button type="submit" color="primary" disabled={state.at === 'running'}>
          <Icon name="check" />
          {t('校验完整性')}
        </Button>
        <Button onClick={() => void saveSeals().catch((error: unknown) => setState(failed(error)))}>
          {t('下载封存值')}
        </Button>
        <Outcome state={state} />
      </Body>
    </Card>
  );
}

function Outcome({ state }: { readonly state: State }) {
  switch (state.at) {
    case 'idle':
      return null;
    case 'running':
      return <p role="status">{t('正在校验……已核对 {compared} 条', { compared: countText(state.compared) })}</p>;
    case 'failed':
      return (
        <p role="alert" className="broken">
          <Icon name="warning" />
          {state.sentence}
        </p>
      );
    case 'done': {
      const { compared, head, intact, message, seal } = state.found;
      return (
        <p role={intact ? 'status' : 'alert'} className={intact ? 'held' : 'broken'}>
          <Icon name={intact ? 'check' : 'warning'} />
          <span>
            {intact ? t('校验通过：') : t('校验未通过：')}
            {message}
            {intact &&
              t('。共核对 {compared} 条{seal}', {
                compared: countText(compared),
                seal: head ? t('，最新封存值 {seal}:{head}', { seal, head }) : '',
              })}
          </span>
        </p>
      );
    }
  }
}

/** One line a day, to be kept on another machine or on paper. */
async function saveSeals(): Promise<void> {
  const seals = await dailySeals();
  const lines = seals.map(({ day, seal, hash, lastEntry }) =>
    t('{day}  {seal}:{hash}  至第 {lastEntry} 条', { day, seal, hash, lastEntry }),
  );
  saveText(t('操作日志封存值.txt'), `${lines.join('\r\n')}\r\n`);
}

function failed(error: unknown): State {
  return { at: 'failed', sentence: sentenceOf(error) };
}
