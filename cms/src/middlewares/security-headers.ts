import { isPublicHttps } from '../public-address';

const POLICY = [
  "default-src 'self'",
  // MUI's emotion writes its styles into <style> elements.
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

interface Context {
  set(fields: Readonly<Record<string, string>>): void;
}

/**
 * Nothing but this server, in no frame, as declared. Strapi's own middleware, which it insists on, would add its market
 * place to the policy and puts its headers together anew for every request: it stands behind the doors of known tokens.
 */
export default () => {
  const headers = {
    'Content-Security-Policy': POLICY,
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'X-DNS-Prefetch-Control': 'off',
    'X-Download-Options': 'noopen',
    'X-Frame-Options': 'DENY',
    'X-Permitted-Cross-Domain-Policies': 'none',
    ...(isPublicHttps() && { 'Strict-Transport-Security': 'max-age=31536000; includeSubDomains' }),
  };
  return (ctx: Context, next: () => Promise<void>) => {
    ctx.set(headers);
    return next();
  };
};
