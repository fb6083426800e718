import { Link } from 'react-router-dom';
import { t } from '../language/t';
import { MessageState } from '../states/message-state';
import { Page } from './page';

/** An address that leads nowhere. */
export function NotFoundPage() {
  return (
    <Page title={t('没有这个页面')}>
      <MessageState icon="info" title={t('地址有误，或链接已失效')} next={<Link to="/">{t('回到工作台')}</Link>} />
    </Page>
  );
}
