import { readConfig } from '@anju/kit';
import { OWN_PLUGINS } from '../src/own-plugins';
import { isPublicHttps } from '../src/public-address';

interface SignInConfig {
  readonly accessTokenSeconds: number;
  readonly refreshTokenSeconds: number;
}

export default () => {
  // Checked against config/schemas/sign-in.schema.json by a test.
  const signIn = readConfig('sign-in.json') as SignInConfig;
  return {
    'users-permissions': {
      config: {
        jwtSecret: process.env.ANJU_JWT_SECRET,
        jwtManagement: 'refresh',
        sessions: {
          accessTokenLifespan: signIn.accessTokenSeconds,
          maxRefreshTokenLifespan: signIn.refreshTokenSeconds,
          // Who is idle is signed out by the policy in force, which may be set to more than the file says.
          idleRefreshTokenLifespan: signIn.refreshTokenSeconds,
          httpOnly: false,
          cookie: {
            name: 'anju_refresh',
            path: '/api/auth',
            sameSite: 'strict',
            secure: isPublicHttps(),
            maxAge: signIn.refreshTokenSeconds * 1000,
          },
        },
        // Per address and path: wide enough for an office behind one address.
        ratelimit: { interval: 60_000, max: 120 },
      },
    },
    ...Object.fromEntries(OWN_PLUGINS.map((name) => [name, { enabled: true, resolve: `../plugins/${name}` }])),
  };
};
