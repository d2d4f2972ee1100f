import { z } from 'astro/zod';

export type Kind = 'figure' | 'piece' | 'part';

/** A tag a chapter may write. */
export interface Tag {
  readonly name: string;
  readonly kind: Kind;
  readonly props: z.ZodObject;
  /** Attributes whose text is Markdown with maths; the component gets each as a slot of that name. */
  readonly prose: readonly string[];
  /** The piece a part must stand in. */
  readonly within: string | null;
}

export type Tags = ReadonlyMap<string, Tag>;

/** What a tag's `props.ts` exports. */
export interface PropsModule {
  readonly props: z.ZodObject;
  readonly prose?: readonly string[];
  readonly within?: string;
}

/** @throws when `props.ts` does not export a schema, or names prose attributes the schema does not have */
export function makeTag(name: string, kind: Kind, module: PropsModule): Tag {
  const { props, prose = [], within = null } = module;
  if (!(props instanceof z.ZodObject))
    throw new Error(`components/${name}/props.ts: expected an export "props" made by z.strictObject`);
  for (const key of prose) {
    if (!(key in props.shape))
      throw new Error(`components/${name}/props.ts: prose names "${key}", which props does not have`);
  }
  return { name, kind, props, prose, within };
}

/** Loads the schema of every tag in the list. */
export async function loadTags(list: Readonly<Record<string, Kind>>, components: URL): Promise<Tags> {
  const entries = Object.entries(list).map(async ([name, kind]) => {
    const module: PropsModule = await import(/* @vite-ignore */ new URL(`${name}/props.ts`, components).href);
    return [name, makeTag(name, kind, module)] as const;
  });
  return new Map(await Promise.all(entries));
}
