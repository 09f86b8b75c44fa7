// The map of the site for search engines (https://www.sitemaps.org/protocol.html).
import type { APIRoute } from 'astro';

const PAGES = ['/'];

export const GET: APIRoute = ({ site }) => {
  const urls = PAGES.map((page) => `  <url><loc>${new URL(page, site)}</loc></url>`).join('\n');
  return new Response(
    `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls}\n</urlset>\n`,
    { headers: { 'Content-Type': 'application/xml' } },
  );
};
