import { mayHaveOwn } from '../../src/figure/ownPresence.ts';

// What is kept on this device is shown without a touch; the figure listens once every script of the page has run.
const designer = document.querySelector('[data-widget="Designer"]');
if (designer && mayHaveOwn('')) {
  addEventListener('DOMContentLoaded', () => designer.dispatchEvent(new Event('focusin')));
}
