// npm run pictures: the README's screenshot and one social picture per page, taken from the built book.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { browserArgs } from './machine/browser.ts';
import { needBrowser } from './machine/installBrowser.ts';
import { root } from './machine/root.ts';
import { stopWith } from './machine/stop.ts';
import { drawCards } from './pictures/cards.ts';
import { photograph } from './pictures/screenshot.ts';
import { buildIfStale } from './site/build.ts';
import { listen } from './site/listen.ts';
import { createHost } from './site/serve.ts';

try {
  const executablePath = await needBrowser(console.log);
  await buildIfStale({ base: '/', folder: 'dist' });
  const host = await listen(createHost(join(root, 'dist')), 0);
  const browser = await chromium.launch({ executablePath, args: browserArgs });
  const address = `http://localhost:${host.port}`;
  mkdirSync(join(root, 'public', 'social'), { recursive: true });
  await photograph(browser, address, join(root, 'docs', 'screenshot.png'));
  await drawCards(browser, address, join(root, 'public', 'social'));
  await browser.close();
  host.close();
} catch (error) {
  stopWith(error);
}
