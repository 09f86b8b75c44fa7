// One button through system, light and dark; its name tells the present choice.
import { Monitor, Moon, Sun } from 'lucide-react';
import { useState } from 'react';
import { Button } from './button.tsx';
import { applyThemePreference, readThemePreference, type ThemePreference } from './theme-preference.ts';

const NEXT: Readonly<Record<ThemePreference, ThemePreference>> = {
  system: 'light',
  light: 'dark',
  dark: 'system',
};
const ICON = { system: Monitor, light: Sun, dark: Moon } as const;

export function ThemeToggle({ className }: { className?: string }) {
  const [preference, setPreference] = useState(readThemePreference);
  const Icon = ICON[preference];
  return (
    <Button
      variant="ghost"
      size="icon"
      className={className}
      aria-label={`Theme: ${preference}`}
      title={`Theme: ${preference}`}
      onClick={() => {
        applyThemePreference(NEXT[preference]);
        setPreference(NEXT[preference]);
      }}
    >
      <Icon aria-hidden />
    </Button>
  );
}
