const LANGUAGE = 'strapi-admin-language';

// Before anybody has chosen a language, the panel is Chinese like everything else.
if (!localStorage.getItem(LANGUAGE)) localStorage.setItem(LANGUAGE, 'zh-Hans');

export default {
  config: {
    locales: ['zh-Hans'],
    tutorials: false,
    notifications: { releases: false },
  },
  bootstrap() {},
};
