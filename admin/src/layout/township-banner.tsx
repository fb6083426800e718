import { styled } from '@mui/material/styles';
import { isTownshipUnset, useCurrentUser } from '../auth/current-user';
import { t } from '../language/t';
import { Icon } from '../theme/icon';
import { colour, size } from '../theme/tokens';
import { TownshipRequest } from './township-request';

const Banner = styled('div')({
  display: 'flex',
  gap: 8,
  alignItems: 'flex-start',
  margin: '12px 20px 0',
  padding: '8px 12px',
  border: `1px solid ${colour.returnedLine}`,
  borderRadius: size.radius,
  background: colour.returnedTint,
  fontSize: 13,
  lineHeight: '20px',
  '& svg': { color: colour.returned, marginTop: 2 },
});

/** Tells a township user without a township why no household is shown (the document's own sentence). */
export function TownshipBanner() {
  const user = useCurrentUser();
  if (!isTownshipUnset(user)) return null;
  return (
    <Banner role="alert">
      <Icon name="warning" />
      <div>
        {t('乡镇级用户进入系统不显示建档立卡贫困户信息，请填写乡镇级行政区划名称。')}
        <TownshipRequest />
      </div>
    </Banner>
  );
}
