import { styled } from '@mui/material/styles';
import { Link } from 'react-router-dom';
import { useCurrentUser } from '../auth/current-user';
import { t } from '../language/t';
import { useRegionPath } from '../regions/use-regions';
import { Icon } from '../theme/icon';
import { colour } from '../theme/tokens';
import { statisticsAddress, type ShownStatistics } from './question';

const Path = styled('nav')({
  display: 'flex',
  alignItems: 'center',
  gap: 5,
  whiteSpace: 'nowrap',
  '& svg': { color: colour.ink3 },
  '& b': { color: colour.ink },
});

/** From the user's own region down to the shown one; each step leads back up. */
export function StatisticsPath({ shown }: { readonly shown: ShownStatistics }) {
  const root = useCurrentUser()?.regionCode ?? '';
  const path = useRegionPath(shown.region).filter((region) => region.code.length >= root.length);
  const steps = root === '' ? [{ code: '', name: t('全国') }, ...path] : path;
  return (
    <Path aria-label={t('统计地区')}>
      {steps.map(({ code, name }) =>
        code === shown.region ? (
          <b key={code} aria-current="location">
            {name}
          </b>
        ) : (
          <span key={code}>
            <Link to={statisticsAddress({ ...shown, region: code })}>{name}</Link> <Icon name="right" size={12} />
          </span>
        ),
      )}
    </Path>
  );
}
