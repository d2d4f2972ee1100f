/** Names of the cells that a chapter's text places, in its order, each once. Code in the prose does not count. */
export function placedCells(mdx: string): string[] {
  const prose = mdx.replace(/^(```|~~~)[\s\S]*?^\1/gm, '').replace(/`[^`\n]*`/g, '');
  const names = [...prose.matchAll(/<Cell\s[^>]*?name="([^"]+)"/g)].map((match) => match[1]!);
  return [...new Set(names)];
}
