import { type CollectionEntry, getCollection } from 'astro:content';
import { chapterPath, type Place, placeOf, underBase } from '../site/address.ts';
import { asLanguage, type Language } from '../site/languages.ts';

/** A chapter as the pages use it. */
export interface Chapter extends Place {
  readonly language: Language;
  readonly title: string;
  readonly short: string;
  readonly standfirst: string;
  readonly teaser: string;
  readonly draft: boolean;
  readonly outline: readonly string[];
  /** Address under the base, for links. */
  readonly href: string;
  readonly entry: CollectionEntry<'chapters'>;
}

function toChapter(entry: CollectionEntry<'chapters'>): Chapter {
  const place = placeOf(entry.id);
  if (!place) throw new Error(`chapter in an unexpected place: ${entry.id}; expected content/N-slug/xx.mdx`);
  const language = asLanguage(place.language);
  const { teaser, ...data } = entry.data;
  return {
    ...place,
    ...data,
    language,
    teaser: teaser ?? data.standfirst,
    href: underBase(chapterPath(place.folder, language), import.meta.env.BASE_URL),
    entry,
  };
}

/** The chapters of one language, in order. */
export async function chaptersIn(language: Language): Promise<Chapter[]> {
  const all = (await getCollection('chapters')).map(toChapter);
  return all.filter((chapter) => chapter.language === language).sort((a, b) => a.number - b.number);
}

/** The chapters of every language. */
export async function allChapters(): Promise<Chapter[]> {
  return (await getCollection('chapters')).map(toChapter);
}
