import Button from '@mui/material/Button';
import type { EvidenceCategory } from '@anju/domain/contracts';
import { useDropzone } from 'react-dropzone';
import { t } from '../../language/t';
import { Icon } from '../../theme/icon';
import { colour, PHONE, size } from '../../theme/tokens';
import { categoryId } from './category-id';
import { useEvidence } from './evidence-context';
import { acceptedTypes } from './file-pickers';

/** An optional category without photos: one button, on which files may also be dropped. */
export function OptionalCategory({ category }: { readonly category: EvidenceCategory }) {
  const { queue } = useEvidence();
  const { getRootProps, getInputProps, open } = useDropzone({
    onDrop: (accepted, rejected) => queue.add(category.key, [...accepted, ...rejected.map(({ file }) => file)]),
    noClick: true,
    noKeyboard: true,
  });
  return (
    <div {...getRootProps()} style={{ position: 'relative' }}>
      <input
        {...getInputProps({
          accept: acceptedTypes(category.accepts),
          multiple: true,
          'aria-label': t('{label}：选择照片', { label: category.label }),
        })}
      />
      <Button
        id={categoryId(category.key)}
        fullWidth
        onClick={open}
        title={category.hint}
        sx={{
          borderStyle: 'dashed',
          borderColor: colour.field,
          whiteSpace: 'normal',
          height: 'auto',
          minHeight: size.control,
          padding: '4px 12px',
          lineHeight: 1.4,
          // A long name takes two lines; the theme's height of a phone's button would cut them.
          [PHONE]: { height: 'auto', minHeight: size.touch },
        }}
      >
        <Icon name="plus" />
        {t('{label}（选填）', { label: category.label })}
      </Button>
    </div>
  );
}
