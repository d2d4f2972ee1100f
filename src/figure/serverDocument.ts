import { parseHTML } from 'linkedom';

/** A document for the build and for tests. Never import this from code that the page loads. */
export function serverDocument(): Document {
  return parseHTML('<!doctype html><html><body></body></html>').document as unknown as Document;
}
