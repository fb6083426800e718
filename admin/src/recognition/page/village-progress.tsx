import IconButton from '@mui/material/IconButton';
import { useQuery } from '@tanstack/react-query';
import { useNotify } from 'ra-core';
import { useNavigate } from 'react-router-dom';
import { nextHousehold } from '../../households';
import { sentenceOf } from '../../http/problem';
import { Icon } from '../../theme/icon';
import { countText } from '../../vocabulary/numbers';
import { useRecognition } from '../recognition-context';
import { openNext } from './open-next';

const VILLAGE_CODE_LENGTH = 12;

/** How many of the village nobody has recognised yet, and the way past this household. */
export function VillageProgress() {
  const { record } = useRecognition();
  const navigate = useNavigate();
  const notify = useNotify();
  const { data } = useQuery({
    queryKey: ['households', 'village', record.regionCode],
    queryFn: () => nextHousehold({ filter: { regionCode: record.regionCode } }),
    staleTime: 10_000,
  });
  const skip = async () => {
    try {
      await openNext(record.id, { navigate, notify });
    } catch (error) {
      notify(sentenceOf(error), { type: 'error' });
    }
  };
  return (
    <>
      {data && data.regionCode === record.regionCode && (
        <span className="muted small desktop-only">
          {isVillage(record.regionCode) ? '本村未认定' : '未落实到村的未认定'} {countText(data.leftInVillage)} 户
        </span>
      )}
      <IconButton aria-label="跳到下一户" title="不保存，跳到下一户" onClick={() => void skip()}>
        <Icon name="right" />
      </IconButton>
    </>
  );
}

function isVillage(regionCode: string): boolean {
  return regionCode.length === VILLAGE_CODE_LENGTH;
}
