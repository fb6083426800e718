import { optionsOfField } from '@anju/domain';
import { styled } from '@mui/material/styles';
import { FieldFrame } from '../fields/field-frame';
import { SelectInput } from '../fields/select-input';
import { useField } from '../fields/use-field';
import { useRecognition } from '../recognition-context';
import { colour, PHONE, size } from '../../theme/tokens';

const LONGEST_REMARK = 500;

const DEPARTURE_FIELD = {
  name: 'departureReason',
  label: '退出原因',
  type: 'option',
  required: false,
  optionList: 'departureReason',
} as const;

const Panel = styled('div')({
  display: 'grid',
  gridTemplateColumns: '180px minmax(0, 1fr)',
  gap: '8px 12px',
  padding: '10px 14px 12px',
  borderTop: `1px solid ${colour.line}`,
  '& textarea': {
    display: 'block',
    width: '100%',
    minHeight: 56,
    boxSizing: 'border-box',
    marginTop: 2,
    padding: '6px 9px',
    border: `1px solid ${colour.field}`,
    borderRadius: size.radius,
    background: colour.surface,
    color: colour.ink,
    font: 'inherit',
    fontSize: 13,
    resize: 'vertical',
  },
  '& textarea:focus-visible': {
    outline: 0,
    borderColor: colour.primary,
    boxShadow: `inset 0 0 0 1px ${colour.primary}, 0 0 0 3px ${colour.ring}`,
  },
  '& textarea[aria-invalid=true]': { borderColor: colour.warning },
  [PHONE]: { gridTemplateColumns: '1fr', padding: '8px 12px 12px', '& textarea': { fontSize: 15 } },
});

/** Remarks, and the explanation of a household that is no longer there; can be saved without any safeguard. */
export function RemarkPanel() {
  const { rules } = useRecognition();
  return (
    <Panel id="remark-panel">
      <SelectInput
        path="departureReason"
        label="退出原因"
        placeholder="未退出"
        choices={optionsOfField(DEPARTURE_FIELD, rules.options, rules.today)}
        note="已去世或退出的户在此说明；可以不选保障方式，直接保存。"
      />
      <RemarkInput />
    </Panel>
  );
}

function RemarkInput() {
  const { text, error, change, check, attributes } = useField('remark');
  return (
    <FieldFrame path="remark" label="备注" error={error} note={`${text.length} / ${LONGEST_REMARK} 字`}>
      <textarea
        {...attributes}
        rows={2}
        value={text}
        maxLength={LONGEST_REMARK}
        onChange={(event) => change(event.target.value)}
        onBlur={check}
      />
    </FieldFrame>
  );
}
