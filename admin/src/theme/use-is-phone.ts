import useMediaQuery from '@mui/material/useMediaQuery';
import { PHONE } from './tokens';

/** Whether the window is as narrow as a phone. */
export function useIsPhone(): boolean {
  return useMediaQuery(PHONE, { noSsr: true });
}
