import { styled } from '@mui/material/styles';
import { useId } from 'react';
import { useCurrentUser } from '../auth/current-user';
import { Card } from '../layout/card';
import { RegionCascader } from '../regions/region-cascader';
import { colour, PHONE, size } from '../theme/tokens';
import { MemberRows } from './member-rows';
import type { TypedHousehold } from './new-household';

const Fields = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 340px) minmax(0, 1fr)',
  gap: 16,
  alignItems: 'start',
  fontSize: 13,
  '& .title': { display: 'block', fontSize: 12, lineHeight: '18px', color: colour.ink2, marginBottom: 2 },
  '& textarea': {
    display: 'block',
    width: '100%',
    boxSizing: 'border-box',
    minHeight: 72,
    padding: '6px 9px',
    border: `1px solid ${colour.field}`,
    borderRadius: size.radius,
    font: 'inherit',
    resize: 'vertical',
  },
  '& .fault': { fontSize: 12, lineHeight: '18px', color: colour.warning },
  [PHONE]: { gridTemplateColumns: 'minmax(0, 1fr)', '& .title': { fontSize: 13 }, '& textarea': { fontSize: 15 } },
});

interface HouseholdFieldsProps {
  readonly household: TypedHousehold;
  readonly faults: Readonly<Record<string, string>>;
  readonly onChange: (household: TypedHousehold) => void;
}

/** The second step: persons, 所在地 and 核实说明. */
export function HouseholdFields({ household, faults, onChange }: HouseholdFieldsProps) {
  const root = useCurrentUser()?.regionCode ?? '';
  const noteId = useId();
  return (
    <>
      <Card aria-label="家庭成员">
        <header>
          <h2>家庭成员</h2>
          <span className="muted small">身份证号有误或没有的也可以保存，之后会列入预警</span>
        </header>
        <div className="body">
          {faults.members && <p role="alert">{faults.members}</p>}
          <MemberRows
            members={household.members}
            faults={faults}
            onChange={(members) => onChange({ ...household, members })}
          />
        </div>
      </Card>
      <Card aria-label="所在地和核实说明">
        <header>
          <h2>所在地和核实说明</h2>
        </header>
        <Fields className="body">
          <div>
            <span className="title">
              所在乡镇或村 <span aria-hidden="true">*</span>
            </span>
            <RegionCascader
              label="所在地"
              root={root}
              value={household.regionCode}
              onChange={(regionCode) => onChange({ ...household, regionCode })}
              choosesPlace
            />
            {faults.regionCode && (
              <p className="fault" role="alert">
                {faults.regionCode}
              </p>
            )}
          </div>
          <div>
            <label className="title" htmlFor={noteId}>
              核实说明 <span aria-hidden="true">*</span>
            </label>
            <textarea
              id={noteId}
              value={household.verificationNote}
              maxLength={500}
              placeholder="由谁、何时、依据什么核实为贫困户"
              aria-required
              aria-invalid={faults.verificationNote !== undefined}
              onChange={(event) => onChange({ ...household, verificationNote: event.target.value })}
            />
            {faults.verificationNote && (
              <p className="fault" role="alert">
                {faults.verificationNote}
              </p>
            )}
          </div>
        </Fields>
      </Card>
    </>
  );
}
