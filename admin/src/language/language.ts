export type Language = 'zh-CN' | 'en';

/** What the switch offers, each in its own words. */
export const LANGUAGES: Readonly<Record<Language, string>> = { 'zh-CN': '中文', en: 'English' };

const KEPT_AS = 'anju.language';

/** The language of this page: read once, because labels are made while modules load; a switch loads the page anew. */
export const language: Language = keptLanguage();

export const isEnglish = language === 'en';

/** Keeps the choice in this browser and loads the page anew in it. */
export function switchLanguage(chosen: Language): void {
  localStorage.setItem(KEPT_AS, chosen);
  window.location.reload();
}

function keptLanguage(): Language {
  // The rules of the forms are tested without a browser.
  if (typeof localStorage === 'undefined') return 'zh-CN';
  return localStorage.getItem(KEPT_AS) === 'en' ? 'en' : 'zh-CN';
}
