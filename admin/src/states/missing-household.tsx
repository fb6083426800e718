import { Link } from 'react-router-dom';
import { t } from '../language/t';
import { MessageState } from './message-state';

/** The address of a household that does not exist, or that belongs to another region: trying again cannot help. */
export function MissingHousehold() {
  return (
    <MessageState
      icon="info"
      title={t('没有这一户，或不在您的行政区划内')}
      next={<Link to="/query">{t('查询住房保障信息')}</Link>}
      urgent
    />
  );
}
