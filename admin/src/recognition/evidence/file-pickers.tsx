import Button from '@mui/material/Button';
import { useMediaQuery } from '@mui/material';
import { styled } from '@mui/material/styles';
import { useRef, type ReactNode } from 'react';
import { useDropzone } from 'react-dropzone';
import { LineIcon } from '../line-icon';
import { LinkButton } from '../section';
import { Icon } from '../../theme/icon';
import { colour, PHONE } from '../../theme/tokens';

export const ACCEPTED_TYPES = 'image/jpeg,image/png,image/webp';

const Drop = styled('div')({
  position: 'relative',
  flex: 1,
  minWidth: 0,
  minHeight: 62,
  border: `1px dashed ${colour.field}`,
  borderRadius: 4,
  display: 'flex',
  flexDirection: 'column',
  alignItems: 'center',
  justifyContent: 'center',
  gap: 2,
  padding: '0 6px',
  fontSize: 12,
  lineHeight: '18px',
  color: colour.ink2,
  background: colour.surface,
  textAlign: 'center',
  '&.small': { maxWidth: 34, minWidth: 34 },
  '&.over': { borderColor: colour.primary, background: colour.selected },
  '& .add': {
    border: 0,
    padding: 0,
    width: '100%',
    height: '100%',
    minHeight: 60,
    background: 'none',
    cursor: 'pointer',
    color: colour.ink2,
  },
  [PHONE]: { border: 0, padding: 0, flexDirection: 'row', gap: 8, background: 'none', '&.small': { maxWidth: 'none' } },
});

interface FilePickersProps {
  /** What the files are for: names the buttons. */
  readonly label: string;
  /** The empty category has room for words, one that holds photos only for a plus. */
  readonly compact: boolean;
  readonly onFiles: (files: readonly File[]) => void;
  readonly children?: ReactNode;
}

/** The ways to hand in photos: drag, choose, and on a phone the camera. */
export function FilePickers({ label, compact, onFiles, children }: FilePickersProps) {
  const isPhone = useMediaQuery(PHONE);
  const camera = useRef<HTMLInputElement>(null);
  const { getRootProps, getInputProps, open, isDragActive } = useDropzone({
    onDrop: (accepted, rejected) => onFiles([...accepted, ...rejected.map(({ file }) => file)]),
    noClick: true,
    noKeyboard: true,
  });
  const take = (list: FileList | null) => list && onFiles([...list]);
  return (
    <Drop {...getRootProps()} className={`${compact ? 'small' : ''} ${isDragActive ? 'over' : ''}`}>
      <input {...getInputProps({ accept: ACCEPTED_TYPES, multiple: true, 'aria-label': `${label}：选择照片` })} />
      {isPhone ? (
        <>
          <input
            ref={camera}
            type="file"
            accept={ACCEPTED_TYPES}
            capture="environment"
            hidden
            aria-label={`${label}：拍照`}
            onChange={(event) => {
              take(event.target.files);
              event.target.value = '';
            }}
          />
          <Button
            color="primary"
            sx={{ flex: 1 }}
            onClick={() => camera.current?.click()}
            aria-label={`${label}：拍照`}
          >
            <LineIcon name="camera" />
            拍照
          </Button>
          <Button sx={{ flex: 1 }} onClick={open} aria-label={`${label}：从相册选`}>
            相册
          </Button>
        </>
      ) : compact ? (
        <button type="button" className="add" onClick={open} aria-label={`${label}：再加一张`}>
          <Icon name="plus" />
        </button>
      ) : (
        <>
          <span>
            把照片拖到这里，或{' '}
            <LinkButton type="button" className="small" onClick={open} aria-label={`${label}：选择文件`}>
              选择文件
            </LinkButton>
          </span>
          {children}
        </>
      )}
    </Drop>
  );
}
