import MenuItem from '@mui/material/MenuItem';
import { styled } from '@mui/material/styles';
import { Icon } from '../theme/icon';
import { colour, PHONE, size } from '../theme/tokens';
import { isEnglish, LANGUAGES, switchLanguage } from './language';

const other = isEnglish ? 'zh-CN' : 'en';

/** The way to the other language, named in that language; unsaved input is asked about as at any leaving. */
export function LanguageItem() {
  return (
    <MenuItem lang={other} onClick={() => switchLanguage(other)} sx={{ gap: 1 }}>
      <Icon name="language" />
      {LANGUAGES[other]}
    </MenuItem>
  );
}

const Switch = styled('button')({
  position: 'absolute',
  top: 12,
  right: 12,
  padding: '4px 8px',
  border: 0,
  background: 'none',
  color: colour.barInk,
  font: 'inherit',
  fontSize: 13,
  cursor: 'pointer',
  [PHONE]: { minWidth: size.touch, minHeight: size.touch },
});

/** The same where one signs in. */
export function LanguageButton() {
  return (
    <Switch type="button" lang={other} onClick={() => switchLanguage(other)}>
      {LANGUAGES[other]}
    </Switch>
  );
}
