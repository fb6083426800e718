import { styled } from '@mui/material/styles';
import { REGION_CODE_LENGTH } from '@anju/domain';
import { TextArea } from '../forms/text-area';
import { TextField } from '../forms/text-field';
import { t } from '../language/t';
import { useChildRegionList } from '../regions/use-regions';
import { FailureState } from '../states/failure-state';
import { colour, size } from '../theme/tokens';
import { IntoFields } from './into-fields';
import type { ChangeFieldsProps } from './typed-change';

const Box = styled('fieldset')({
  margin: 0,
  padding: '8px 12px',
  border: `1px solid ${colour.line2}`,
  borderRadius: size.radius,
  '& ul': {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(190px, 1fr))',
    maxHeight: 200,
    overflow: 'auto',
  },
  '& li label': { display: 'flex', gap: 6, minHeight: 32, alignItems: 'center' },
});

/** What leaves a region, regions below it or households of a village, and where it goes. */
export function SplitFields({ region, own, typed, faults, onType }: ChangeFieldsProps) {
  const { data: children, error, refetch } = useChildRegionList(region.code);
  const isVillage = region.code.length === REGION_CODE_LENGTH.village;
  const toggle = (code: string) => {
    const kept = typed.children.filter((child) => child !== code);
    onType({ ...typed, children: kept.length < typed.children.length ? kept : [...kept, code] });
  };
  return (
    <>
      <Box>
        <legend>{isVillage ? t('划出的户') : t('划出的下级')}</legend>
        {isVillage ? (
          <TextArea
            label={t('户编号，每行一个')}
            value={typed.households}
            onChange={(households) => onType({ ...typed, households })}
          />
        ) : (
          <ul>
            {error && <FailureState subject={t('下级区划')} error={error} onRetry={() => void refetch()} />}
            {children?.map(({ code, name }) => (
              <li key={code}>
                <label>
                  <input type="checkbox" checked={typed.children.includes(code)} onChange={() => toggle(code)} />
                  {name}
                </label>
              </li>
            ))}
          </ul>
        )}
      </Box>
      <TextField
        label={t('新区划名称')}
        value={typed.name}
        onChange={(name) => onType({ ...typed, name, into: '' })}
        maxLength={60}
        error={faults['name']}
        hint={t('新设区划时填写')}
      />
      <TextField
        label={t('新区划代码')}
        value={typed.code}
        onChange={(code) => onType({ ...typed, code })}
        maxLength={REGION_CODE_LENGTH.village}
        error={faults['code']}
        hint={t('留空时取下一个可用代码')}
      />
      <IntoFields
        label={t('或划入已有区划')}
        region={region}
        own={own}
        value={typed.into}
        error={undefined}
        onChange={(into) => onType({ ...typed, into, name: '', code: '' })}
      />
    </>
  );
}
