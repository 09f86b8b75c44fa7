// A static site: no script but the status badge’s and the contact form’s, no inline style or script, so that a strict policy can hold.
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'astro/config';

const { PUBLIC_SITE_URL = 'http://localhost:3003' } = process.env;

export default defineConfig({
  site: PUBLIC_SITE_URL,
  trailingSlash: 'ignore',
  devToolbar: { enabled: false },
  build: { inlineStylesheets: 'never' },
  vite: { plugins: [tailwindcss()], build: { assetsInlineLimit: 0 } },
});
