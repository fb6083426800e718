import { Link } from 'react-router-dom';
import { MessageState } from '../states/message-state';
import { Page } from './page';

/** An address that leads nowhere. */
export function NotFoundPage() {
  return (
    <Page title="没有这个页面">
      <MessageState icon="info" title="地址有误，或链接已失效" next={<Link to="/">回到工作台</Link>} />
    </Page>
  );
}
