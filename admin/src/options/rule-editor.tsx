import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { KINDS_ABOUT_PEOPLE, settingFaults, WARNED_PEOPLE, WARNING_SEVERITIES } from '@anju/domain';
import type { WarningRuleSetting } from '@anju/domain/contracts';
import { useState } from 'react';
import { CONTROL, PHONE_CONTROL } from '../forms/field-frame';
import { WARNED_PEOPLE_LABELS, WARNING_CHECKS, WARNING_SEVERITY_LABELS } from '../language/domain-words';
import { t } from '../language/t';
import { colour, PHONE, size } from '../theme/tokens';
import { Overtaken } from './overtaken';
import { RuleEffectDialog } from './rule-effect-dialog';
import { useUnpublished } from './use-unpublished';

const Box = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: '6px 16px',
  marginTop: 6,
  '& label': { display: 'inline-flex', alignItems: 'center', gap: 6, minHeight: 30 },
  '& select': { ...CONTROL, marginTop: 0, width: 'auto' },
  '& fieldset': {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '0 16px',
    flex: '1 0 100%',
    margin: 0,
    padding: 0,
    border: 0,
  },
  '& legend': { padding: 0, fontSize: 12, color: colour.ink2 },
  '& .acts': { display: 'flex', gap: 8, marginLeft: 'auto' },
  '& .fault': { flex: '1 0 100%', fontSize: 12, color: colour.warning },
  [PHONE]: { '& label': { minHeight: size.touch }, '& select': PHONE_CONTROL },
});

interface RuleEditorProps {
  readonly standing: WarningRuleSetting;
  readonly version: number;
}

/** How one rule is set. Nothing is published before its effect was counted. */
export function RuleEditor({ standing, version }: RuleEditorProps) {
  const { setting, isChanged, isOvertaken, change, discard } = useUnpublished(standing, isSame);
  const [trying, setTrying] = useState(false);
  const [fault] = Object.values(settingFaults(setting));
  return (
    <Box>
      <label>
        <input
          type="checkbox"
          checked={setting.enabled}
          onChange={(event) => change({ enabled: event.target.checked })}
        />
        {t('启用')}
      </label>
      <label>
        {t('严重程度')}
        <select
          value={setting.severity}
          onChange={(event) =>
            change({ severity: WARNING_SEVERITIES.find((one) => one === event.target.value) ?? setting.severity })
          }
        >
          {WARNING_SEVERITIES.map((severity) => (
            <option key={severity} value={severity}>
              {WARNING_SEVERITY_LABELS[severity]}
            </option>
          ))}
        </select>
      </label>
      {KINDS_ABOUT_PEOPLE.some((kind) => kind === setting.kind) && (
        <label>
          {t('涉及人员')}
          <select
            value={setting.people}
            onChange={(event) =>
              change({ people: WARNED_PEOPLE.find((one) => one === event.target.value) ?? setting.people })
            }
          >
            {WARNED_PEOPLE.map((people) => (
              <option key={people} value={people}>
                {WARNED_PEOPLE_LABELS[people]}
              </option>
            ))}
          </select>
        </label>
      )}
      <span className="acts">
        {isChanged && (
          <Button size="small" onClick={discard}>
            {t('放弃更改')}
          </Button>
        )}
        <Button
          size="small"
          variant={isChanged ? 'contained' : undefined}
          color="primary"
          disabled={!isChanged || fault !== undefined}
          onClick={() => setTrying(true)}
        >
          {t('试算并发布')}
        </Button>
      </span>
      <Checks setting={setting} onChange={(off) => change({ off })} />
      {isOvertaken && <Overtaken />}
      {fault && (
        <p className="fault" role="alert">
          {fault}
        </p>
      )}
      {trying && <RuleEffectDialog setting={setting} version={version} onClose={() => setTrying(false)} />}
    </Box>
  );
}

interface ChecksProps {
  readonly setting: WarningRuleSetting;
  readonly onChange: (off: string[]) => void;
}

function Checks({ setting: { kind, enabled, off }, onChange }: ChecksProps) {
  const checks = Object.entries(WARNING_CHECKS[kind]);
  if (checks.length === 0) return null;
  return (
    <fieldset disabled={!enabled}>
      <legend>{t('检查内容')}</legend>
      {checks.map(([check, label]) => (
        <label key={check}>
          <input
            type="checkbox"
            checked={!off.includes(check)}
            onChange={(event) =>
              onChange(event.target.checked ? off.filter((one) => one !== check) : [...off, check].sort())
            }
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
}

function isSame(one: WarningRuleSetting, other: WarningRuleSetting): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

function sorted(setting: WarningRuleSetting): WarningRuleSetting {
  return { ...setting, off: setting.off.toSorted() };
}
