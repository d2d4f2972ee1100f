import { typescriptLanguage } from '@codemirror/lang-javascript';
import { LanguageSupport } from '@codemirror/language';

/** TypeScript's grammar, without the snippets and completions that usually come with it. */
export const typescript = new LanguageSupport(typescriptLanguage);
