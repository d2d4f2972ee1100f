import { chapterCells, chaptersWithCells } from '../../../components/Cell/chapterCells.ts';

export const getStaticPaths = () => chaptersWithCells.map((chapter) => ({ params: { chapter } }));

/** The cells of a chapter and what they showed in the build; asked for when a reader touches a cell. */
export async function GET({ params }: { params: { chapter?: string } }): Promise<Response> {
  return Response.json(await chapterCells(params.chapter ?? ''));
}
