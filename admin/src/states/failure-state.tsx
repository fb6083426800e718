import { sentenceOf, statusOf } from '../http/problem';
import { t } from '../language/t';
import { MessageState } from './message-state';

interface FailureStateProps {
  /** What could not be read, such as 名单. */
  readonly subject: string;
  readonly error: unknown;
  readonly onRetry: () => void;
}

/** Offline or an error of the server, in words, with the way to try again. */
export function FailureState({ subject, error, onRetry }: FailureStateProps) {
  const retry = (
    <button type="button" onClick={onRetry}>
      {t('重试')}
    </button>
  );
  if (!navigator.onLine || statusOf(error) === 0) {
    return (
      <MessageState icon="retry" title={t('网络已断开')} next={retry} urgent>
        {t('已经保存的内容都在服务器上，没有丢失。连上网后请重试。')}
      </MessageState>
    );
  }
  return (
    <MessageState icon="warning" title={t('{subject}没有加载出来', { subject })} next={retry} urgent>
      {sentenceOf(error)}
    </MessageState>
  );
}
