/** How the pages look: as the system does, or as chosen in this browser. */
export type Theme = 'system' | 'light' | 'dark';

const KEY = 'fupan.theme';

/** The theme that was chosen in this browser. */
export function chosenTheme(): Theme {
  const stored = readSetting(KEY);
  return stored === 'light' || stored === 'dark' ? stored : 'system';
}

/** Shows a theme, and remembers it in this browser. */
export function chooseTheme(theme: Theme): void {
  writeSetting(KEY, theme === 'system' ? null : theme);
  applyTheme(theme);
}

/** Shows a theme. */
export function applyTheme(theme: Theme): void {
  const { dataset } = document.documentElement;
  if (theme === 'system') delete dataset['theme'];
  else dataset['theme'] = theme;
}

/** A small setting of this browser; null where there is none, or where storage is forbidden. */
export function readSetting(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Keeps a small setting in this browser, if it lets us. */
export function writeSetting(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    // A full or forbidden storage: the setting holds for this page only.
  }
}
