import { styled } from '@mui/material/styles';
import { useCurrentUser } from '../../auth/current-user';
import { t } from '../../language/t';
import { RegionCascader } from '../../regions/region-cascader';
import { DESKTOP, PHONE } from '../../theme/tokens';
import { fieldId, noteId } from '../fields/field-frame';
import { useField } from '../fields/use-field';
import { placeRoot } from '../model/place-root';
import { useRecognition } from '../recognition-context';

const Place = styled('div')({
  minWidth: 0,
  [DESKTOP]: { maxWidth: 320, '& > button': { height: 26 } },
  [PHONE]: { flex: '1 0 100%', order: 1 },
});

/** 所在地: the household's township or village, by which it is listed and counted. */
export function PlaceField() {
  const { record } = useRecognition();
  const { text, error, change } = useField('regionCode');
  const clerkRegion = useCurrentUser()?.regionCode ?? '';
  return (
    <Place>
      <RegionCascader
        id={fieldId('regionCode')}
        label={t('所在地')}
        root={placeRoot(clerkRegion, record.regionCode)}
        value={text}
        onChange={change}
        choosesPlace
      />
      {error && (
        <p id={noteId('regionCode')} className="fault" role="alert">
          {error}
        </p>
      )}
    </Place>
  );
}
