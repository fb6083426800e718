import Button from '@mui/material/Button';
import type { OptionRow } from '@anju/domain/contracts';
import { useNotify } from 'ra-core';
import { type KeyboardEvent, useState } from 'react';
import { DayField } from '../forms/day-field';
import { TextField } from '../forms/text-field';
import { sentenceOf } from '../http/problem';
import { fieldErrors } from '../http/field-errors';
import { t } from '../language/t';
import { EditBox } from './frame';
import { RegionPick } from '../regions/region-pick';
import { useConfigure } from './use-configuration';

interface OptionEditorProps {
  readonly listKey: string;
  /** Absent: a new option is being added. */
  readonly option?: OptionRow;
  readonly onClose: () => void;
}

interface Typed {
  readonly label: string;
  readonly validFrom: string;
  readonly validTo: string;
  readonly requiresNote: boolean;
  readonly regionCode: string;
  readonly reason: string;
}

/** The inputs of one option, in the place of its line; Enter publishes, Escape gives up. */
export function OptionEditor({ listKey, option, onClose }: OptionEditorProps) {
  const [typed, setTyped] = useState<Typed>(() => typedOf(option));
  const { busy, problem, errors, publish } = usePublish(listKey, option, onClose);
  const set = (change: Partial<Typed>) => setTyped((now) => ({ ...now, ...change }));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') onClose();
    if (event.key === 'Enter' && event.target instanceof HTMLInputElement) void publish(typed);
  };
  return (
    <EditBox
      role="group"
      aria-label={option ? t('修改“{label}”', { label: option.label }) : t('新增选项')}
      onKeyDown={onKeyDown}
    >
      <TextField
        label={t('名称')}
        value={typed.label}
        onChange={(label) => set({ label })}
        required
        error={errors.label}
        maxLength={40}
        autoFocus
      />
      <DayField
        label={t('启用日期')}
        value={typed.validFrom}
        onChange={(validFrom) => set({ validFrom })}
        error={errors.validFrom}
      />
      <DayField
        label={t('停用日期')}
        value={typed.validTo}
        onChange={(validTo) => set({ validTo })}
        error={errors.validTo}
      />
      {!option && (
        <RegionPick
          label={t('使用范围')}
          deepest={6}
          value={typed.regionCode}
          error={errors.regionCode}
          onChange={(regionCode) => set({ regionCode })}
        />
      )}
      <label className="tick">
        <input
          type="checkbox"
          checked={typed.requiresNote}
          onChange={(event) => set({ requiresNote: event.target.checked })}
        />
        {t('选它的户须填写说明')}
      </label>
      {errors.requiresNote && <p className="fault">{errors.requiresNote}</p>}
      <div className="wide">
        <TextField
          label={t('修改原因（选填）')}
          value={typed.reason}
          onChange={(reason) => set({ reason })}
          maxLength={200}
        />
      </div>
      {problem && (
        <p className="fault" role="alert">
          {problem}
        </p>
      )}
      <div className="acts">
        <Button size="small" onClick={onClose}>
          {t('取消')}
        </Button>
        <Button size="small" variant="contained" color="primary" disabled={busy} onClick={() => void publish(typed)}>
          {option ? t('确定修改') : t('确定新增')}
        </Button>
      </div>
    </EditBox>
  );
}

function typedOf(option: OptionRow | undefined): Typed {
  return {
    label: option?.label ?? '',
    validFrom: option?.validFrom ?? '',
    validTo: option?.validTo ?? '',
    requiresNote: option?.requiresNote ?? false,
    regionCode: '',
    reason: '',
  };
}

function usePublish(listKey: string, option: OptionRow | undefined, onClose: () => void) {
  const { add, change } = useConfigure();
  const notify = useNotify();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const publish = async ({ label, validFrom, validTo, requiresNote, regionCode, reason }: Typed) => {
    if (busy) return;
    setBusy(true);
    setFailure(undefined);
    const values = { label, validFrom: validFrom || null, validTo: validTo || null, requiresNote, reason };
    try {
      if (option) await change(option.id, { ...values, version: option.version });
      else await add({ ...values, listKey, ...(regionCode === '' ? {} : { regionCode }) });
      notify(
        option ? t('已修改“{label}”，录入表单立即生效', { label }) : t('已新增“{label}”，录入表单立即可选', { label }),
        { type: 'success' },
      );
      onClose();
    } catch (error) {
      setFailure(error);
      setBusy(false);
    }
  };
  const errors = fieldErrors(failure);
  const problem = failure !== undefined && Object.keys(errors).length === 0 ? sentenceOf(failure) : undefined;
  return { busy, publish, errors, problem };
}
