import { styled } from '@mui/material/styles';
import type { OptionListRow, OptionRow } from '@anju/domain/contracts';
import { t } from '../language/t';
import { useRegionName } from '../regions/use-regions';
import { colour } from '../theme/tokens';
import { isOffered, today } from './offered';
import { useListOptions } from './use-configuration';

const Box = styled('section')({
  padding: '12px 16px 14px',
  borderBottom: `1px solid ${colour.line}`,
  '& ul': { border: `1px solid ${colour.line2}`, borderRadius: 6, padding: '4px 0', marginTop: 6, fontSize: 13 },
  '& li': {
    display: 'flex',
    justifyContent: 'space-between',
    alignItems: 'center',
    gap: 8,
    minHeight: 28,
    padding: '0 10px',
  },
  '& li span': { fontSize: 12, color: colour.ink3 },
  '& .gone': { color: colour.ink3 },
});

/** The list as a clerk's form offers it today; what is not offered any more is struck through. */
export function OptionPreview({ list }: { readonly list: OptionListRow }) {
  const { data = [] } = useListOptions(list.key);
  const day = today();
  return (
    <Box aria-label={t('录入表单中的样子')}>
      <h2>{t('录入表单中的样子')}</h2>
      <ul>
        {data.map((option) => (
          <PreviewLine key={option.id} option={option} offered={isOffered(option, day)} />
        ))}
      </ul>
    </Box>
  );
}

function PreviewLine({ option, offered }: { readonly option: OptionRow; readonly offered: boolean }) {
  const place = useRegionName(option.regionCode ?? undefined);
  return (
    <li className={offered ? undefined : 'gone'}>
      {offered ? option.label : <s>{option.label}</s>}
      <span>{offered ? place && t('仅{place}', { place }) : t('不再显示')}</span>
    </li>
  );
}
