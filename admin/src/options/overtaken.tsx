import { t } from '../language/t';

/** Says beside an unpublished change that another one was published over what it began from. */
export function Overtaken() {
  return (
    <p role="status" style={{ flex: '1 0 100%' }}>
      {t('他人刚发布了这一项的更改；您未发布的更改还在，发布后以您的为准，放弃后采用对方的。')}
    </p>
  );
}
