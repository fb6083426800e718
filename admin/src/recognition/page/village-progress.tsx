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

const [TOWNSHIP_CODE_LENGTH, VILLAGE_CODE_LENGTH] = [9, 12];

/** How many of the place nobody has recognised yet, and the way past this household. */
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
          {placeWord(record.regionCode)}未认定 {countText(data.leftInVillage)} 户
        </span>
      )}
      <IconButton aria-label="跳到下一户" title="不保存，跳到下一户" onClick={() => void skip()}>
        <Icon name="right" />
      </IconButton>
    </>
  );
}

/** What the count is of: a household that is not bound to a village is counted with its whole township or county. */
function placeWord(regionCode: string): string {
  if (regionCode.length === VILLAGE_CODE_LENGTH) return '本村';
  return regionCode.length === TOWNSHIP_CODE_LENGTH ? '本乡镇' : '本县';
}
