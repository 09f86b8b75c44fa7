// The visitor's choice of theme, kept in localStorage and applied as `data-theme` on <html>.
export type ThemePreference = 'system' | 'light' | 'dark';

const STORAGE_KEY = 'theme';

/** The stored choice; `system` when there is none or storage is blocked. */
export function readThemePreference(): ThemePreference {
  try {
    const stored = localStorage.getItem(STORAGE_KEY);
    return stored === 'light' || stored === 'dark' ? stored : 'system';
  } catch {
    return 'system';
  }
}

/** Applies a choice and remembers it where storage allows. */
export function applyThemePreference(preference: ThemePreference): void {
  const root = document.documentElement;
  if (preference === 'system') delete root.dataset.theme;
  else root.dataset.theme = preference;
  try {
    if (preference === 'system') localStorage.removeItem(STORAGE_KEY);
    else localStorage.setItem(STORAGE_KEY, preference);
  } catch {
    // Storage is blocked: the choice lasts for this page only.
  }
}
