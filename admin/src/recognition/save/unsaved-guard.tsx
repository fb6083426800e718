import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useBlocker } from 'ra-core';
import { useCallback, useEffect, useRef } from 'react';

/** What would be lost by leaving the page now; undefined when nothing would. */
export type Unsaved = () => string | undefined;

/** Asks before unsaved input or unsent photos are left behind, inside the app and when the tab is closed. */
export function UnsavedGuard({ unsaved }: { readonly unsaved: Unsaved }) {
  const latest = useRef(unsaved);
  useEffect(() => {
    latest.current = unsaved;
  });
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (latest.current() !== undefined) event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, []);
  const blocker = useBlocker(useCallback(() => latest.current() !== undefined, []));
  if (blocker.state !== 'blocked') return null;
  return (
    <Dialog open onClose={() => blocker.reset?.()} maxWidth="xs" fullWidth aria-labelledby="unsaved-title">
      <DialogTitle id="unsaved-title">离开这一户？</DialogTitle>
      <DialogContent sx={{ fontSize: 13, px: 2 }}>{unsaved() ?? '有内容尚未保存。'}</DialogContent>
      <DialogActions>
        <Button color="error" onClick={() => blocker.proceed?.()}>
          不保存，离开
        </Button>
        <Button variant="contained" color="primary" autoFocus onClick={() => blocker.reset?.()}>
          继续填写
        </Button>
      </DialogActions>
    </Dialog>
  );
}
