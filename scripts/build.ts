// npm run build: writes the book to dist/ as plain files, under the path BASE, and checks its links.
import { stopWith } from './machine/stop.ts';
import { readBase } from './site/base.ts';
import { build } from './site/build.ts';
import { checkLinks } from './site/links.ts';

try {
  const base = readBase();
  const { code } = await build({ base, folder: 'dist', show: true });
  if (code !== 0) throw new Error('The book could not be built; the reason is above.');
  const { faults, pages, links } = checkLinks('dist', base);
  if (faults.length > 0) throw new Error(faults.join('\n'));
  console.log(`dist/ holds ${pages} pages; all ${links} links and addresses in them are alive.`);
} catch (error) {
  stopWith(error);
}
