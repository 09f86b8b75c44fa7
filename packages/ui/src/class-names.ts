// Joins class names; of two Tailwind classes for the same property the later wins.
import { type ClassValue, clsx } from 'clsx';
import { extendTailwindMerge } from 'tailwind-merge';

// The theme's own names, which tailwind-merge cannot guess.
const merge = extendTailwindMerge({
  extend: { theme: { text: ['display', 'title'], radius: ['control', 'card'], shadow: ['card', 'float'] } },
});

/** `cn('px-2', wide && 'px-4')` → `'px-4'` when wide. */
export const cn = (...classes: ClassValue[]): string => merge(clsx(classes));
