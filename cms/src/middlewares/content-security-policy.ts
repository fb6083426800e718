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
  set(field: string, value: string): void;
}

/** Nothing but this server: Strapi's own policy would add its market place to ours. */
export default () => (ctx: Context, next: () => Promise<void>) => {
  ctx.set('Content-Security-Policy', POLICY);
  return next();
};
