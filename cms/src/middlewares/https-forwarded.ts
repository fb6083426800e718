import { BadInput } from '@anju/kit';
import { isPublicHttps } from '../public-address';

interface Context {
  readonly path: string;
  readonly secure: boolean;
}

/** With a public address by https, a sign-in whose proxy does not say https could get no secure cookie: said in words. */
export default () => (ctx: Context, next: () => Promise<void>) => {
  if (isPublicHttps() && !ctx.secure && ctx.path.startsWith('/api/auth/')) {
    throw new BadInput({}, '请用 https 访问；代理须转发 X-Forwarded-Proto: https，请联系系统管理员');
  }
  return next();
};
