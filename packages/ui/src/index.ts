// Primitives and theme. They fetch nothing and know no word of any app.
export * from './badge.tsx';
export * from './button.tsx';
export * from './card.tsx';
export * from './class-names.ts';
export * from './tone.ts';
