import type {
  Completion,
  CompletionContext,
  CompletionResult,
  CompletionSource,
} from '@codemirror/autocomplete';
import { localCompletionSource } from '@codemirror/lang-javascript';
import { syntaxTree } from '@codemirror/language';

/** A name in scope of a cell. */
export interface ScopeName {
  readonly name: string;
  /** Its type, or where it comes from, in a few words. */
  readonly detail: string;
  /** A sentence or two. */
  readonly documentation: string;
}

/** What stands behind the dot of a name: `members('Plot')`. Loaded when a reader first types one. */
export type MembersOf = (owner: string) => Promise<readonly ScopeName[]>;

const silent = /^(String|TemplateString|RegExp|LineComment|BlockComment)$/;
const word = /^[\w$]*$/;

/** Completes names in scope with their documentation, and members of the book's library after a dot. */
export function completions(names: () => readonly ScopeName[], members: MembersOf): CompletionSource {
  return async (context) => {
    if (silent.test(syntaxTree(context.state).resolveInner(context.pos, -1).name)) return null;
    const owner = context.matchBefore(/([\w$]+)\.[\w$]*$/);
    if (owner) {
      const dot = owner.text.indexOf('.');
      const options = (await members(owner.text.slice(0, dot))).map(toCompletion);
      return options.length > 0 ? { from: owner.from + dot + 1, options, validFor: word } : null;
    }
    if (context.matchBefore(/\.\s*[\w$]*$/)) return null;
    const typed = context.matchBefore(/[\w$]+$/);
    if (!typed && !context.explicit) return null;
    return { from: typed?.from ?? context.pos, options: inScope(context, names()), validFor: word };
  };
}

function inScope(context: CompletionContext, names: readonly ScopeName[]): Completion[] {
  const local = (localCompletionSource(context) as CompletionResult | null)?.options ?? [];
  const known = new Set(names.map(({ name }) => name));
  return [...names.map(toCompletion), ...local.filter(({ label }) => !known.has(label))];
}

const toCompletion = ({ name, detail, documentation }: ScopeName): Completion => ({
  label: name,
  detail,
  ...(documentation && { info: documentation }),
});
