import { t } from '../../language/t';
import { moneyOf, moneyText } from '../model/field-text';
import { Control } from './control';
import { FieldFrame } from './field-frame';
import { controlClass, type InputProps } from './text-input';
import { useField } from './use-field';

const TEN_THOUSAND = 10_000;

/** An amount in yuan with two decimals; large amounts are echoed in 万元, where a slip by a digit shows. */
export function MoneyInput({ path, label, required, help, note, fromArchive }: InputProps) {
  const { text, error, change, check, attributes } = useField(path);
  const amount = moneyOf(text);
  const leave = () => {
    if (isWritable(amount) && moneyText(amount) !== text) change(moneyText(amount));
    check();
  };
  return (
    <FieldFrame path={path} label={label} required={required} error={error} note={note ?? echo(amount)} help={help}>
      <Control className={controlClass(error, fromArchive)}>
        <input
          {...attributes}
          type="text"
          inputMode="decimal"
          value={text}
          placeholder="0.00"
          aria-required={required ?? false}
          maxLength={20}
          autoComplete="off"
          onChange={(event) => change(event.target.value)}
          onBlur={leave}
        />
        <span className="unit">{t('元')}</span>
      </Control>
    </FieldFrame>
  );
}

/** More than two decimals are left as typed, so that the rules can refuse them instead of rounding silently. */
function isWritable(amount: number): boolean {
  return Number.isFinite(amount) && Math.abs(amount * 100 - Math.round(amount * 100)) < 1e-6;
}

function echo(amount: number): string | undefined {
  if (!Number.isFinite(amount) || amount < TEN_THOUSAND) return undefined;
  return t('合 {value} 万元', { value: (amount / TEN_THOUSAND).toLocaleString('zh-CN', { maximumFractionDigits: 4 }) });
}
