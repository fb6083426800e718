import Button from '@mui/material/Button';
import { useState } from 'react';
import { TextField } from '../forms/text-field';
import { t } from '../language/t';

interface HelpTextProps {
  readonly label: string;
  readonly value: string;
  readonly onPublish: (value: string) => Promise<void>;
}

/** A text of the form that is read until somebody wants to change it. */
export function HelpText({ label, value, onPublish }: HelpTextProps) {
  const [typed, setTyped] = useState<string>();
  if (typed === undefined) {
    return (
      <span className="help small muted">
        {value}{' '}
        <Button
          size="small"
          variant="text"
          aria-label={t('{value}：{label}', { value: value === '' ? t('添加说明') : t('修改'), label })}
          onClick={() => setTyped(value)}
        >
          {value === '' ? t('添加说明') : t('修改')}
        </Button>
      </span>
    );
  }
  const publish = async () => {
    await onPublish(typed);
    setTyped(undefined);
  };
  return (
    <span className="help">
      <TextField label={label} value={typed} onChange={setTyped} maxLength={400} autoFocus />
      <Button size="small" variant="text" onClick={() => void publish()}>
        {t('确定')}
      </Button>
      <Button size="small" variant="text" onClick={() => setTyped(undefined)}>
        {t('取消')}
      </Button>
    </span>
  );
}
