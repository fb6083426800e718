import { Component, type ReactNode } from 'react';
import { t } from '../language/t';
import { MessageState } from '../states/message-state';

interface PageFaultProps {
  readonly children: ReactNode;
}

/** Catches a fault of one page, so that the frame and the way to other pages stay. */
export class PageFault extends Component<PageFaultProps, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <MessageState
        icon="warning"
        title={t('页面出错了')}
        urgent
        next={
          <button type="button" onClick={() => window.location.reload()}>
            {t('重新载入页面')}
          </button>
        }
      >
        {t('已经保存的内容没有丢失。请重新载入；如果仍然出错，请联系系统管理员。')}
      </MessageState>
    );
  }
}
