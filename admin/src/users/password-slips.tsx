import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import GlobalStyles from '@mui/material/GlobalStyles';
import { styled } from '@mui/material/styles';
import type { UserWithPassword } from '@anju/domain/contracts';
import { t } from '../language/t';
import { Icon } from '../theme/icon';
import { colour, size } from '../theme/tokens';

/** Passwords that are shown once, and why. */
export interface SlipContent {
  readonly reason: 'created' | 'reset';
  readonly slips: readonly UserWithPassword[];
}

const Slip = styled('dl')({
  display: 'grid',
  gridTemplateColumns: 'auto minmax(0, 1fr)',
  gap: '6px 16px',
  padding: 14,
  border: `1px dashed ${colour.line2}`,
  borderRadius: size.radius,
  breakInside: 'avoid',
  '& dt': { color: colour.ink3 },
  '& dd': { margin: 0, fontWeight: 600, overflowWrap: 'anywhere' },
  '& .password': { fontFamily: 'ui-monospace, Consolas, monospace', fontSize: 18, letterSpacing: 1 },
});

/** On paper the slip alone: the ledger behind it stays out. */
const ONLY_SLIP = {
  '@media print': {
    '#root': { display: 'none !important' },
    '.MuiDialog-container': { height: 'auto !important', display: 'block !important' },
    '.MuiDialog-paper': { maxHeight: 'none !important', boxShadow: 'none !important' },
  },
};

/** Shows initial passwords this once, with slips to print and hand over. */
export function PasswordSlips({ content, onClose }: { readonly content: SlipContent; readonly onClose: () => void }) {
  const { slips, reason } = content;
  return (
    <Dialog open fullWidth maxWidth="xs" aria-labelledby="slip-title">
      <GlobalStyles styles={ONLY_SLIP} />
      <DialogTitle id="slip-title">{reason === 'created' ? t('账号已开通') : t('密码已重置')}</DialogTitle>
      <DialogContent sx={{ px: 2, display: 'grid', gap: 1.5, fontSize: 13 }}>
        <p className="no-print">
          {t('初始密码只在这里显示这一次，请抄下或打印后当面交给本人。关闭后无法再查看，只能重置。')}
        </p>
        {slips.map((slip) => (
          <PasswordSlip key={slip.user.id} {...slip} />
        ))}
        <p className="muted">{t('首次登录须修改密码。请勿转借账号，不要把密码条留在桌面上。')}</p>
      </DialogContent>
      <DialogActions className="no-print">
        <Button onClick={() => window.print()}>
          <Icon name="print" />
          {t('打印密码条')}
        </Button>
        <Button variant="contained" color="primary" onClick={onClose}>
          {t('已记下，关闭')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function PasswordSlip({ user, initialPassword }: UserWithPassword) {
  return (
    <Slip aria-label={t('密码条')}>
      <dt>{t('姓名')}</dt>
      <dd>{user.name}</dd>
      <dt>{t('单位')}</dt>
      <dd>{user.unit ?? '–'}</dd>
      <dt>{t('角色')}</dt>
      <dd>{t('{roleLabel}，{regionName}', { roleLabel: user.roleLabel, regionName: user.regionName })}</dd>
      <dt>{t('用户名')}</dt>
      <dd>{user.username}</dd>
      <dt>{t('初始密码')}</dt>
      <dd className="password">{initialPassword}</dd>
    </Slip>
  );
}
