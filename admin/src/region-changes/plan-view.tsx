import { styled } from '@mui/material/styles';
import type { RegionChangePlan } from '@anju/domain/contracts';
import { t } from '../language/t';
import { colour, size } from '../theme/tokens';
import { countText } from '../vocabulary/numbers';

const Box = styled('section')({
  display: 'grid',
  gap: 8,
  padding: '10px 12px',
  background: colour.sunken,
  border: `1px solid ${colour.line}`,
  borderRadius: size.radius,
  '& dl': { display: 'flex', flexWrap: 'wrap', gap: '4px 18px' },
  '& dl div': { display: 'flex', gap: 6 },
  '& dt': { color: colour.ink2 },
  '& dd': { fontWeight: 600 },
  '& .codes': { maxHeight: 260, overflow: 'auto', background: colour.surface },
  '& table': { width: '100%', borderCollapse: 'collapse' },
  '& th, & td': { padding: '3px 8px', textAlign: 'left', borderBottom: `1px solid ${colour.line}` },
  '& td:first-of-type, & td:last-of-type': { minWidth: 112 },
  '& th': { position: 'sticky', top: 0, background: colour.sunken, fontSize: 12, whiteSpace: 'nowrap' },
  '& input': {
    width: 130,
    height: size.smallControl,
    font: 'inherit',
    border: `1px solid ${colour.line2}`,
    borderRadius: 4,
    padding: '0 6px',
  },
});

const EFFECTS = [
  ['households', t('户')],
  ['recognised', t('其中已认定')],
  ['approved', t('其中已审核（审核结果不变）')],
  ['archives', t('危改档案')],
  ['relocationEntries', t('搬迁名单')],
  ['accounts', t('账号')],
  ['drafts', t('草稿')],
  ['warnings', t('未处理预警')],
  ['jobs', t('等待中的导入导出')],
] as const;

interface PlanViewProps {
  readonly plan: RegionChangePlan;
  /** The region whose new code was typed above. */
  readonly fixed: string;
  readonly given: ReadonlyMap<string, string>;
  readonly onGive: (codes: ReadonlyMap<string, string>) => void;
}

/** What a change does: how much follows, and every code with the one that it gets, which may be another than the proposed one. */
export function PlanView({ plan, fixed, given, onGive }: PlanViewProps) {
  const give = (code: string, into: string) => {
    const shown = given.get(code) ?? plan.codes.find((line) => line.code === code)?.into;
    if (into !== '' && into !== shown) onGive(new Map(given).set(code, into));
  };
  return (
    <Box aria-label={t('影响')}>
      <b>{plan.summary}</b>
      <dl>
        {EFFECTS.map(([key, label]) => (
          <div key={key}>
            <dt>{label}</dt>
            <dd>{countText(plan.effect[key])}</dd>
          </div>
        ))}
      </dl>
      {plan.codes.length > 0 && (
        <div className="codes" tabIndex={0} role="region" aria-label={t('代码对照')}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('原区划')}</th>
                <th scope="col">{t('原代码')}</th>
                <th scope="col">{t('新代码')}</th>
                <th scope="col">{t('调整为')}</th>
              </tr>
            </thead>
            <tbody>
              {plan.codes.map(({ code, name, into, intoName, isNew }) => (
                <tr key={code}>
                  <td>{name}</td>
                  <td>{code}</td>
                  <td>
                    {(isNew || given.has(code)) && code !== fixed ? (
                      <input
                        key={into}
                        aria-label={t('{name}的新代码', { name })}
                        defaultValue={into}
                        maxLength={12}
                        onBlur={({ target }) => give(code, target.value.trim())}
                      />
                    ) : (
                      into
                    )}
                  </td>
                  <td>{isNew ? t('{intoName}（新代码）', { intoName }) : t('并入{intoName}', { intoName })}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Box>
  );
}
