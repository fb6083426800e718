// Imported before Strapi, which would call itself a development server: it behaves as in production unless told otherwise.
process.env.NODE_ENV ??= 'production';
