import { tags } from '../../components/index.ts';

const files = import.meta.glob<{ default: unknown }>('../../components/*/*.astro', { eager: true });

function componentOf(tag: string): unknown {
  const file = files[`../../components/${tag}/${tag}.astro`];
  if (!file) throw new Error(`internal: components/${tag}/${tag}.astro is missing`);
  return file.default;
}

/** What `<Content components>` needs: every tag of the list with its component. */
export const tagComponents: Readonly<Record<string, unknown>> = Object.fromEntries(
  Object.keys(tags).map((tag) => [tag, componentOf(tag)]),
);
