import { styled } from '@mui/material/styles';
import Tooltip from '@mui/material/Tooltip';
import type { ReactNode } from 'react';
import { t } from '../../language/t';
import type { FieldPath } from '../model/values';
import { useFieldWarnings } from '../use-field-warnings';
import { useReturnReasons } from '../use-return-reasons';
import { colour, PHONE } from '../../theme/tokens';

const Frame = styled('div')({
  position: 'relative',
  minWidth: 0,
  '&.wide': { gridColumn: 'span 2' },
  '& > .label': {
    display: 'flex',
    alignItems: 'center',
    gap: 4,
    fontSize: 12,
    lineHeight: '18px',
    color: colour.ink2,
    whiteSpace: 'nowrap',
  },
  '& > .label > span': { color: colour.warning, fontWeight: 600 },
  '& .note, & .fault': { fontSize: 12, lineHeight: '18px', marginTop: 2 },
  '& .note': { color: colour.ink3 },
  '& .fault': { color: colour.warning },
  '& .returned': { color: colour.returned, fontSize: 12, lineHeight: '18px', marginTop: 2 },
  [PHONE]: { '& > .label': { fontSize: 13 }, '& > .label label': { whiteSpace: 'normal' } },
});

/** The id of an input, by which the page finds and focuses it. */
export function fieldId(path: FieldPath): string {
  return `field.${path}`;
}

/** The id of the sentence under an input. */
export function noteId(path: FieldPath): string {
  return `${fieldId(path)}.note`;
}

interface FieldFrameProps {
  readonly path: FieldPath;
  readonly label: string;
  readonly required?: boolean | undefined;
  readonly error?: string | undefined;
  readonly note?: ReactNode;
  /** A definition too long for a note: shown on demand, read out with the field. */
  readonly help?: string | undefined;
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** A labelled input: label above with the red mark, its fault or note below. */
export function FieldFrame({ path, label, required, error, note, help, wide, children }: FieldFrameProps) {
  const returned = useReturnReasons(path);
  const warned = useFieldWarnings({ path });
  return (
    <Frame className={wide ? 'wide' : undefined}>
      <div className="label">
        <Tooltip title={help ?? ''} enterTouchDelay={0} describeChild>
          <label htmlFor={fieldId(path)} className="truncate">
            {label}
          </label>
        </Tooltip>
        {required && <span aria-hidden="true">*</span>}
      </div>
      {children}
      <div id={noteId(path)}>
        {error && <p className="fault">{error}</p>}
        {returned.map((text) => (
          <p key={text} className="returned">
            {t('退回：{text}', { text })}
          </p>
        ))}
        {warned.map((text) => (
          <p key={text} className="fault">
            {text}
          </p>
        ))}
        {isShown(note, error) && <p className="note">{note}</p>}
        {help && <span className="visually-hidden">{help}</span>}
      </div>
    </Frame>
  );
}

/** A fault takes the place of a plain note; one that offers a way out, such as the archive's value, stays beside it. */
function isShown(note: ReactNode, error: string | undefined): boolean {
  if (note === undefined || note === null || note === false) return false;
  return error === undefined || typeof note !== 'string';
}
