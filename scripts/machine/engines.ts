import { existsSync } from 'node:fs';
import { firefox, webkit } from '@playwright/test';

/** The engines beside Chromium whose browsers Playwright has on this machine. */
export function installedEngines(): ('firefox' | 'webkit')[] {
  const engines = [firefox, webkit];
  return engines
    .filter((engine) => existsSync(engine.executablePath()))
    .map((engine) => engine.name() as 'firefox' | 'webkit');
}
