import { MAX_UPLOAD_BYTES } from '../src/limits';

export default () => [
  'strapi::errors',
  'plugin::access.answers',
  'global::admin-app',
  'plugin::access.closed-doors',
  {
    name: 'strapi::security',
    config: {
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          'default-src': ["'self'"],
          'script-src': ["'self'"],
          // MUI's emotion writes its styles into <style> elements.
          'style-src': ["'self'", "'unsafe-inline'"],
          'img-src': ["'self'", 'data:', 'blob:'],
          'font-src': ["'self'", 'data:'],
          'connect-src': ["'self'"],
          'object-src': ["'none'"],
          'base-uri': ["'self'"],
          'form-action': ["'self'"],
          'frame-ancestors': ["'none'"],
        },
      },
      frameguard: { action: 'deny' },
    },
  },
  { name: 'strapi::cors', config: { origin: [] } },
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
