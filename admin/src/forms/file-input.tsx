import type { RefObject } from 'react';

interface FileInputProps {
  /** What the file is, for those who do not see where the button stands. */
  readonly label: string;
  readonly accept: string;
  /** The camera of a phone that takes the picture. */
  readonly capture?: 'environment';
  readonly inputRef: RefObject<HTMLInputElement>;
  readonly onChoose: (file: File) => void;
}

/** Asks for a file when a button clicks it; the same file can be chosen again. */
export function FileInput({ label, accept, capture, inputRef, onChoose }: FileInputProps) {
  return (
    <input
      ref={inputRef}
      type="file"
      hidden
      accept={accept}
      capture={capture}
      aria-label={label}
      onChange={(event) => {
        const [file] = event.target.files ?? [];
        event.target.value = '';
        if (file) onChoose(file);
      }}
    />
  );
}
