import IconButton from '@mui/material/IconButton';
import { useQuery } from '@tanstack/react-query';
import { REGION_CODE_LENGTH } from '@anju/domain';
import { useNotify } from 'ra-core';
import { useNavigate } from 'react-router-dom';
import { nextHousehold } from '../../households';
import { sentenceOf } from '../../http/problem';
import { t } from '../../language/t';
import { Icon } from '../../theme/icon';
import { countText } from '../../vocabulary/numbers';
import { useRecognition } from '../recognition-context';
import { openNext } from './open-next';

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
          {t('{regionCode}未认定 {leftInVillage} 户', {
            regionCode: placeWord(record.regionCode),
            leftInVillage: countText(data.leftInVillage),
          })}
        </span>
      )}
      <IconButton aria-label={t('跳到下一户')} title={t('不保存，跳到下一户')} onClick={() => void skip()}>
        <Icon name="right" />
      </IconButton>
    </>
  );
}

/** What the count is of: a household that is not bound to a village is counted with its whole township or county. */
function placeWord(regionCode: string): string {
  if (regionCode.length === REGION_CODE_LENGTH.village) return t('本村');
  return regionCode.length === REGION_CODE_LENGTH.township ? t('本乡镇') : t('本县');
}
