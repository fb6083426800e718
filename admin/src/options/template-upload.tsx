import Button from '@mui/material/Button';
import type { EvidenceCategory } from '@anju/domain/contracts';
import { CERTIFICATE_VALUES } from '@anju/domain';
import { useNotify } from 'ra-core';
import { download } from '../http/download';
import { sentenceOf } from '../http/problem';
import { t } from '../language/t';
import { FileButton } from './file-button';
import { useCategoryUpload } from './use-category-upload';

const HINT = t('正文中可用的栏目：{value}', { value: CERTIFICATE_VALUES.map((name) => `{${name}}`).join('') });

/** The Word template of a category: fetched as it is, edited in Word, and published as soon as it is chosen again. */
export function TemplateUpload({ category: { key, label, template } }: { readonly category: EvidenceCategory }) {
  const notify = useNotify();
  const { busy, send } = useCategoryUpload(
    `/options/evidence-categories/${key}/template`,
    t('已更换“{label}”的模板', { label }),
  );
  const fetchTemplate = () =>
    download(`/options/templates/${template ?? ''}`).catch((error: unknown) => {
      notify(sentenceOf(error), { type: 'warning' });
    });
  return (
    <span className="template" title={HINT}>
      {template && (
        <Button
          size="small"
          variant="text"
          aria-label={t('下载模板：{label}', { label })}
          onClick={() => void fetchTemplate()}
        >
          {t('下载模板')}
        </Button>
      )}
      <FileButton
        label={template ? t('更换模板') : t('上传模板')}
        purpose={t('{label}的 Word 模板', { label })}
        accept=".docx"
        disabled={busy}
        onChoose={(file) => void send(file)}
      />
    </span>
  );
}
