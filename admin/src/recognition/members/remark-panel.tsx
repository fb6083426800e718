import { optionsOfField } from '@anju/domain';
import { styled } from '@mui/material/styles';
import { Area } from '../../forms/text-area';
import { t } from '../../language/t';
import { FieldFrame } from '../fields/field-frame';
import { SelectInput } from '../fields/select-input';
import { useField } from '../fields/use-field';
import { useRecognition } from '../recognition-context';
import { colour, PHONE } from '../../theme/tokens';

const LONGEST_REMARK = 500;

const DEPARTURE_FIELD = {
  name: 'departureReason',
  label: t('退出原因'),
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
  '& textarea': { minHeight: 56 },
  [PHONE]: { gridTemplateColumns: '1fr', padding: '8px 12px 12px' },
});

/** Remarks, and the explanation of a household that is no longer there; can be saved without any safeguard. */
export function RemarkPanel() {
  const { rules } = useRecognition();
  return (
    <Panel id="remark-panel">
      <SelectInput
        path="departureReason"
        label={t('退出原因')}
        placeholder={t('未退出')}
        choices={optionsOfField(DEPARTURE_FIELD, rules.options, rules.today)}
        note={t('已去世或退出的户在此说明；可以不选保障方式，直接保存。')}
      />
      <RemarkInput />
    </Panel>
  );
}

function RemarkInput() {
  const { text, error, change, check, attributes } = useField('remark');
  return (
    <FieldFrame
      path="remark"
      label={t('备注')}
      error={error}
      note={t('{count} / {value} 字', { count: text.length, value: LONGEST_REMARK })}
    >
      <Area
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
