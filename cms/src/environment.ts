// Before anything reads it: Strapi and its tree behave as in production unless told otherwise.
process.env.NODE_ENV ??= 'production';
