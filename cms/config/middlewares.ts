import { dataPath, receivedName } from '@anju/kit';
import { MAX_UPLOAD_BYTES } from '../src/limits';
import { isPublicHttps } from '../src/public-address';

export default () => [
  'strapi::errors',
  'plugin::access.answers',
  'global::security-headers',
  'global::health',
  'global::https-forwarded',
  'global::admin-app',
  'global::manual',
  'plugin::access.closed-doors',
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
        uploadDir: dataPath('uploads'),
        filename: receivedName,
        maxFileSize: MAX_UPLOAD_BYTES,
        maxTotalFileSize: MAX_UPLOAD_BYTES,
        maxFiles: 1,
        maxFieldsSize: 64 * 1024,
      },
    },
  },
  'plugin::access.known-token',
  {
    name: 'strapi::security',
    config: {
      contentSecurityPolicy: false,
      hsts: isPublicHttps() ? { maxAge: 31_536_000 } : false,
      frameguard: { action: 'deny' },
    },
  },
  { name: 'strapi::cors', config: { origin: [], credentials: false } },
  'strapi::favicon',
  'strapi::public',
];
