/** A path of the site under the base that it is served from: `/exercises/` or `/planwright/exercises/`. */
export function sitePath(path: string): string {
  const base = import.meta.env.BASE_URL.replace(/\/$/, '');
  return `${base}${path.startsWith('/') ? path : `/${path}`}`;
}

/** The path without the base, always starting and ending with a slash. */
export function pathWithinSite(pathname: string): string {
  const base = import.meta.env.BASE_URL.replace(/\/$/, '');
  const path = pathname.startsWith(base) ? pathname.slice(base.length) : pathname;
  return `${path.startsWith('/') ? '' : '/'}${path}${path.endsWith('/') ? '' : '/'}`;
}

/** What the notices of what others wrote are called in the site, where a browser shows text and no Markdown. */
export const NOTICES_FILE = 'third-party-notices.txt';

/** Whether a page belongs to a section: the interview's lessons lie among the others. */
export function isWithin(page: string, section: string): boolean {
  const moved = page.replace(/^\/learn\/interview\//, '/interview/');
  return moved.startsWith(section);
}

/** The main sections, as the header and the menu list them. */
export const sections = [
  { path: '/#course', label: 'Learn', within: '/learn/' },
  { path: '/exercises/', label: 'Exercises', within: '/exercises/' },
  { path: '/interview/', label: 'Interview', within: '/interview/' },
  { path: '/playground/', label: 'Playground', within: '/playground/' },
  { path: '/progress/', label: 'Progress', within: '/progress/' },
] as const;
