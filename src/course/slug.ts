/** Ids for a page's headings, as the site's Markdown gives them: each once, numbered where a text comes again. */
export function slugsOf(headings: readonly string[]): readonly string[] {
  const given = new Set<string>();
  return headings.map((heading) => {
    const plain = heading
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
      .replaceAll(' ', '-');
    let slug = plain;
    for (let count = 1; given.has(slug); count += 1) slug = `${plain}-${count}`;
    given.add(slug);
    return slug;
  });
}
