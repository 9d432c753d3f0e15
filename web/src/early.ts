// Runs before the first paint: applies the stored theme and language, so that nothing flashes.

(() => {
  const stored = (name: string): unknown => {
    try { return JSON.parse(localStorage.getItem(`taiyaku.${name}`) ?? 'null'); } catch { return null; }
  };
  const theme = stored('theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset['theme'] = theme;
  const locale = stored('locale');
  document.documentElement.lang = locale === 'ja' || locale === 'en' ? locale
    : navigator.languages.find((tag) => /^(ja|en)\b/.test(tag))?.slice(0, 2) ?? 'en';
})();
