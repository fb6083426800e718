import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { SAFEGUARD_KINDS } from '@anju/domain';
import type { FormField, FormsAnswer } from '@anju/domain/contracts';
import { useNotify } from 'ra-core';
import { useState } from 'react';
import { sentenceOf } from '../http/problem';
import { SAFEGUARD_KIND_LABELS } from '../language/domain-words';
import { said } from '../language/said';
import { t } from '../language/t';
import { FailureState } from '../states/failure-state';
import { LoadingRows } from '../states/loading-rows';
import { Icon } from '../theme/icon';
import { colour, PHONE, size } from '../theme/tokens';
import { Pane } from './frame';
import { HelpText } from './help-text';
import { KindTabs } from './kind-tabs';
import { PreviewDialog } from './preview-dialog';
import { useConfigure, useStandingForms } from './use-configuration';

const PARTS = [
  ...SAFEGUARD_KINDS.map((kind) => ({ key: kind, name: SAFEGUARD_KIND_LABELS[kind] })),
  { key: 'common', name: t('人员与日期') },
] as const;
type Part = (typeof PARTS)[number]['key'];

/** The database keeps no record without them. */
const ALWAYS: readonly string[] = ['entryPerson', 'entryDate'];

const Fields = styled('ul')({
  padding: '4px 16px 12px',
  '& li': {
    display: 'grid',
    gridTemplateColumns: 'minmax(160px, 1fr) 110px 2fr',
    gap: '2px 12px',
    alignItems: 'center',
    minHeight: 42,
    borderBottom: `1px solid ${colour.line}`,
    fontSize: 13,
  },
  '& .tick': { display: 'flex', gap: 6, alignItems: 'center', minHeight: 34 },
  '& .star': { color: colour.warning, fontWeight: 600 },
  [PHONE]: {
    padding: '4px 12px 12px',
    '& li': { gridTemplateColumns: '1fr auto', padding: '6px 0' },
    '& .tick': { minHeight: size.touch },
    '& .help': { gridColumn: '1 / -1' },
  },
});

/** Which fields a clerk must fill in, by kind, with their help; each click is published at once. */
export function FormPane() {
  const { data, error, refetch } = useStandingForms();
  const [part, setPart] = useState<Part>('originalSafe');
  const [looking, setLooking] = useState(false);
  return (
    <Pane aria-label={t('必填项和帮助')}>
      <header>
        <h2>{t('必填项和帮助')}</h2>
        <span className="muted small desktop-only">{t('带 * 的为必填；更改立即生效')}</span>
        {part !== 'common' && (
          <Button className="end" size="small" onClick={() => setLooking(true)}>
            {t('按录入人查看')}
          </Button>
        )}
      </header>
      <KindTabs label={t('住房安全保障情况')} parts={PARTS} current={part} onChoose={setPart} />
      <div className="scroll">
        {error && <FailureState subject={t('表单')} error={error} onRetry={() => void refetch()} />}
        {!error && !data && <LoadingRows />}
        {data && <PartFields key={part} part={part} forms={data} />}
      </div>
      {looking && data && part !== 'common' && (
        <PreviewDialog kind={part} forms={data} onClose={() => setLooking(false)} />
      )}
      <p className="foot">
        <Icon name="info" />
        <span>
          {t('已认定的记录不受影响；下次保存时才按新的必填项检查。危改档案的栏目设为必填后，不能再“稍后补录”。')}
        </span>
      </p>
    </Pane>
  );
}

function PartFields({ part, forms }: { readonly part: Part; readonly forms: FormsAnswer }) {
  const { changeForm } = useConfigure();
  const notify = useNotify();
  const entry = forms.safeguard.kinds.find(({ kind }) => kind === part);
  const fields = part === 'common' ? forms.safeguard.common : (entry?.fields ?? []);
  const publish = async (change: { guide?: string; fields: { name: string; required?: boolean; help?: string }[] }) => {
    try {
      await changeForm({ version: forms.formVersion, part, ...change });
    } catch (error) {
      notify(sentenceOf(error), { type: 'warning' });
    }
  };
  return (
    <Fields>
      {part !== 'common' && (
        <li>
          <b>{t('填写指引')}</b>
          <span />
          <HelpText
            label={t('填写指引')}
            value={entry?.guide ?? ''}
            onPublish={(guide) => publish({ guide, fields: [] })}
          />
        </li>
      )}
      {fields.map((field) => (
        <li key={field.name}>
          <b>
            {said(field.label)}
            {field.required && <span className="star"> *</span>}
          </b>
          {isFixed(field) ? (
            <span className="muted small">{fixedWords(field)}</span>
          ) : (
            <label className="tick">
              <input
                type="checkbox"
                checked={field.required}
                aria-label={t('{label}必填', { label: said(field.label) })}
                onChange={(event) => void publish({ fields: [{ name: field.name, required: event.target.checked }] })}
              />
              {t('必填')}
            </label>
          )}
          <HelpText
            label={t('{label}的帮助', { label: said(field.label) })}
            value={field.help ?? ''}
            onPublish={(help) => publish({ fields: [{ name: field.name, help }] })}
          />
        </li>
      ))}
    </Fields>
  );
}

function isFixed({ name, type, noteOf }: FormField): boolean {
  return ALWAYS.includes(name) || type === 'tick' || noteOf !== undefined;
}

function fixedWords({ name, noteOf }: FormField): string {
  if (ALWAYS.includes(name)) return t('始终必填');
  return noteOf === undefined ? t('勾选项') : t('由选项决定');
}
