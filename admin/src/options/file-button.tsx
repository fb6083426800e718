import Button from '@mui/material/Button';
import { useRef } from 'react';
import { FileInput } from '../forms/file-input';
import { t } from '../language/t';

interface FileButtonProps {
  readonly label: string;
  /** What the file is, for those who do not see where the button stands. */
  readonly purpose: string;
  readonly accept: string;
  readonly disabled: boolean;
  readonly onChoose: (file: File) => void;
}

/** A button that asks for a file. */
export function FileButton({ label, purpose, accept, disabled, onChoose }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <FileInput inputRef={input} label={purpose} accept={accept} onChoose={onChoose} />
      <Button
        size="small"
        variant="text"
        disabled={disabled}
        aria-label={t('{label}：{purpose}', { label, purpose })}
        onClick={() => input.current?.click()}
      >
        {label}
      </Button>
    </>
  );
}
