import { MAX_UPLOAD_BYTES } from '../src/limits';

export default () => [
  'strapi::errors',
  'plugin::access.answers',
  'global::health',
  'global::content-security-policy',
  {
    name: 'strapi::security',
    config: {
      contentSecurityPolicy: false,
      hsts: (process.env.ANJU_PUBLIC_URL ?? '').startsWith('https:') ? { maxAge: 31_536_000 } : false,
      frameguard: { action: 'deny' },
    },
  },
  'global::admin-app',
  'plugin::access.closed-doors',
  { name: 'strapi::cors', config: { origin: [], credentials: false } },
  'strapi::query',
  {
    name: 'strapi::body',
    config: {
      jsonLimit: '1mb',
      formLimit: '100kb',
      textLimit: '100kb',
      // Deletions name their reason.
      parsedMethods: ['POST', 'PUT', 'PATCH', 'DELETE'],
      formidable: {
        maxFileSize: MAX_UPLOAD_BYTES,
        maxTotalFileSize: MAX_UPLOAD_BYTES,
        maxFiles: 1,
        maxFieldsSize: 64 * 1024,
      },
    },
  },
  'strapi::session',
  'strapi::favicon',
  'strapi::public',
];
