import type { APIRoute } from 'astro';
import { underBase } from '../site/address.ts';

/** Welcomes every reader, and says where the list of pages is. */
export const GET: APIRoute = ({ site }) => {
  const sitemap = new URL(underBase('sitemap-index.xml', import.meta.env.BASE_URL), site);
  return new Response(`User-agent: *\nAllow: /\n\nSitemap: ${sitemap}\n`);
};
