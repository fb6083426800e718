import Button from '@mui/material/Button';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { styled } from '@mui/material/styles';
import { regionLevel } from '@anju/domain';
import { useState } from 'react';
import { download } from '../http/download';
import { sentenceOf } from '../http/problem';
import { t } from '../language/t';
import { Icon } from '../theme/icon';
import { colour } from '../theme/tokens';
import type { ShownStatistics } from './question';

const Fault = styled('span')({ color: colour.warning, fontSize: 13 });

/** Levels whose counties fit into one workbook: province and city. */
const WITH_COUNTIES = [1, 2];

interface Choice {
  readonly label: string;
  readonly path: string;
}

/** Saves the shown table, or all tables of the region, as a workbook. */
export function WorkbookButton({ shown }: { readonly shown: ShownStatistics }) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const save = async (path: string) => {
    setAnchor(null);
    setProblem(undefined);
    setBusy(true);
    try {
      await download(path);
    } catch (error) {
      setProblem(sentenceOf(error));
    }
    setBusy(false);
  };
  return (
    <>
      {problem && <Fault role="alert">{problem}</Fault>}
      <Button disabled={isBusy} aria-haspopup="menu" onClick={(event) => setAnchor(event.currentTarget)}>
        <Icon name="file" />
        {t('导出 Excel')}
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {choicesOf(shown).map(({ label, path }) => (
          <MenuItem key={label} onClick={() => void save(path)}>
            {label}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}

function choicesOf({ region, scope, table, day }: ShownStatistics): readonly Choice[] {
  const address = (name: string, rows: 'children' | 'counties') =>
    `/statistics/tables/${name}/workbook?${new URLSearchParams({ region, scope, rows, ...(day && { day }) })}`;
  const choices = [
    { label: t('当前统计表'), path: address(table, 'children') },
    { label: t('全部统计表'), path: address('all', 'children') },
  ];
  if (!WITH_COUNTIES.includes(regionLevel(region) ?? 0)) return choices;
  return [...choices, { label: t('全部统计表，按县汇总'), path: address('all', 'counties') }];
}
