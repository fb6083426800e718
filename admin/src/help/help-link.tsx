import { useLocation } from 'react-router-dom';
import { t } from '../language/t';
import { Icon } from '../theme/icon';
import { helpAddress } from './help-address';

/** Opens the manual, in a tab of its own, where it explains the screen at hand. */
export function HelpLink() {
  const { pathname } = useLocation();
  return (
    <a
      className="help"
      href={helpAddress(pathname)}
      target="_blank"
      rel="noreferrer"
      aria-label={t('帮助（新标签页）')}
    >
      <Icon name="help" size={18} />
      <span className="desktop-only">{t('帮助')}</span>
    </a>
  );
}
