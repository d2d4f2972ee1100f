import text from '../../content/references.yaml?raw';
import { parseReferences } from './references.ts';

/** Every work the book cites, by key. */
export const works = parseReferences(text);
