import { styled } from '@mui/material/styles';
import { Fragment } from 'react';
import { isTownshipUnset, useCurrentUser, type CurrentUser } from '../auth/current-user';
import { t } from '../language/t';
import { useRegionPath } from '../regions/use-regions';
import { Icon } from '../theme/icon';
import { colour, PHONE } from '../theme/tokens';

const Crumb = styled('nav')({
  display: 'flex',
  alignItems: 'center',
  gap: 6,
  marginLeft: 8,
  minWidth: 0,
  overflow: 'hidden',
  whiteSpace: 'nowrap',
  color: colour.barInk2,
  '& b': { color: colour.barInk, fontWeight: 400 },
  [PHONE]: { display: 'none' },
});

/** Where the signed-in user works, from the province down. */
export function RegionBreadcrumb() {
  const user = useCurrentUser();
  const path = useRegionPath(user?.regionCode ?? undefined);
  const names = path.length > 0 ? path.map((region) => region.name) : wholeNode(user);
  return (
    <Crumb aria-label={t('当前行政区划')}>
      {names.map((name, index) => (
        <Fragment key={name}>
          {index > 0 && <Icon name="right" size={12} />}
          {index === names.length - 1 ? <b>{name}</b> : <span>{name}</span>}
        </Fragment>
      ))}
    </Crumb>
  );
}

/** The nation has no path; a township user without a township has no region at all. */
function wholeNode(user: CurrentUser | undefined): readonly string[] {
  if (isTownshipUnset(user)) return [t('未填写乡镇级行政区划')];
  return user?.regionCode === '' ? [t('全国')] : [];
}
