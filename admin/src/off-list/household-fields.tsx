import { styled } from '@mui/material/styles';
import { useCurrentUser } from '../auth/current-user';
import { TextArea } from '../forms/text-area';
import { t } from '../language/t';
import { Card } from '../layout/card';
import { RegionCascader } from '../regions/region-cascader';
import { colour, PHONE } from '../theme/tokens';
import { MemberRows } from './member-rows';
import type { TypedHousehold } from './new-household';

const Fields = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 340px) minmax(0, 1fr)',
  gap: 16,
  alignItems: 'start',
  fontSize: 13,
  '& .title': { display: 'block', fontSize: 12, lineHeight: '18px', color: colour.ink2, marginBottom: 2 },
  '& .fault': { fontSize: 12, lineHeight: '18px', color: colour.warning },
  [PHONE]: { gridTemplateColumns: 'minmax(0, 1fr)', '& .title': { fontSize: 13 } },
});

interface HouseholdFieldsProps {
  readonly household: TypedHousehold;
  readonly faults: Readonly<Record<string, string>>;
  readonly onChange: (household: TypedHousehold) => void;
}

/** The second step: persons, 所在地 and 核实说明. */
export function HouseholdFields({ household, faults, onChange }: HouseholdFieldsProps) {
  const root = useCurrentUser()?.regionCode ?? '';
  return (
    <>
      <Card aria-label={t('家庭成员')}>
        <header>
          <h2>{t('家庭成员')}</h2>
          <span className="muted small">{t('身份证号有误或没有的也可以保存，之后会列入预警')}</span>
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
      <Card aria-label={t('所在地和核实说明')}>
        <header>
          <h2>{t('所在地和核实说明')}</h2>
        </header>
        <Fields className="body">
          <div>
            <span className="title">
              {t('所在乡镇或村')} <span aria-hidden="true">*</span>
            </span>
            <RegionCascader
              label={t('所在地')}
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
          <TextArea
            label={t('核实说明')}
            required
            value={household.verificationNote}
            maxLength={500}
            placeholder={t('由谁、何时、依据什么核实为贫困户')}
            error={faults.verificationNote}
            onChange={(verificationNote) => onChange({ ...household, verificationNote })}
          />
        </Fields>
      </Card>
    </>
  );
}
