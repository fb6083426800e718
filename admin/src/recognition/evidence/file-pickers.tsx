import Button from '@mui/material/Button';
import type { EvidenceCategory } from '@anju/domain/contracts';
import { useMediaQuery } from '@mui/material';
import { styled } from '@mui/material/styles';
import { useRef, type ReactNode } from 'react';
import { useDropzone } from 'react-dropzone';
import { FileInput } from '../../forms/file-input';
import { t } from '../../language/t';
import { LineIcon } from '../line-icon';
import { LinkButton } from '../section';
import { Icon } from '../../theme/icon';
import { colour, PHONE } from '../../theme/tokens';

/** The contracts' value, without zod in the browser. */
export const PDF_TYPE = 'application/pdf';
const PICTURES = 'image/jpeg,image/png,image/webp';

/** What the file dialog offers: papers may also come as PDF. */
export function acceptedTypes(accepts: EvidenceCategory['accepts']): string {
  return accepts === 'photo' ? PICTURES : `${PICTURES},${PDF_TYPE}`;
}

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
  readonly accepts: EvidenceCategory['accepts'];
  /** The empty category has room for words, one that holds photos only for a plus. */
  readonly compact: boolean;
  readonly onFiles: (files: readonly File[]) => void;
  readonly children?: ReactNode;
}

/** The ways to hand in photos and papers: drag, choose, and on a phone the camera. */
export function FilePickers({ label, accepts, compact, onFiles, children }: FilePickersProps) {
  const isPhone = useMediaQuery(PHONE);
  const camera = useRef<HTMLInputElement>(null);
  const library = accepts === 'photo' ? t('相册') : t('相册或文件');
  const { getRootProps, getInputProps, open, isDragActive } = useDropzone({
    onDrop: (accepted, rejected) => onFiles([...accepted, ...rejected.map(({ file }) => file)]),
    noClick: true,
    noKeyboard: true,
  });
  return (
    <Drop {...getRootProps()} className={`${compact ? 'small' : ''} ${isDragActive ? 'over' : ''}`}>
      <input
        {...getInputProps({
          accept: acceptedTypes(accepts),
          multiple: true,
          'aria-label': t('{label}：选择照片', { label }),
        })}
      />
      {isPhone ? (
        <>
          <FileInput
            inputRef={camera}
            label={t('{label}：拍照', { label })}
            accept={PICTURES}
            capture="environment"
            onChoose={(file) => onFiles([file])}
          />
          <Button
            color="primary"
            sx={{ flex: 1 }}
            onClick={() => camera.current?.click()}
            aria-label={t('{label}：拍照', { label })}
          >
            <LineIcon name="camera" />
            {t('拍照')}
          </Button>
          <Button sx={{ flex: 1 }} onClick={open} aria-label={t('{label}：{library}', { label, library })}>
            {library}
          </Button>
        </>
      ) : compact ? (
        <button type="button" className="add" onClick={open} aria-label={t('{label}：再加一张', { label })}>
          <Icon name="plus" />
        </button>
      ) : (
        <>
          <span>
            {t('把{value}拖到这里，或', { value: accepts === 'photo' ? t('照片') : t('照片或 PDF ') })}{' '}
            <LinkButton type="button" className="small" onClick={open} aria-label={t('{label}：选择文件', { label })}>
              {t('选择文件')}
            </LinkButton>
          </span>
          {children}
        </>
      )}
    </Drop>
  );
}
