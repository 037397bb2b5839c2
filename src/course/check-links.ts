import { nearest } from '../exercise/issue-in-words.ts';
import type { LessonSource, LinkUse, SourceError } from './lesson-source.ts';

/** The site's pages, as links can lead to them: paths with a slash at both ends, under `/`. */
export interface Routes {
  /** The ids in each page; undefined where they are not known. */
  readonly pages: ReadonlyMap<string, readonly string[] | undefined>;
  /** Those of lessons that are drafts: they are left out of the built site. */
  readonly drafts: ReadonlySet<string>;
}

const ORIGIN = 'https://site.invalid';

/** What a link may begin with. */
const PROTOCOLS = ['https:', 'http:', 'mailto:', 'tel:', 'ftp:'];

function resolve(url: string, from: string): URL | undefined {
  return URL.canParse(url, `${ORIGIN}${from}`) ? new URL(url, `${ORIGIN}${from}`) : undefined;
}

/** The way from one page to another that also works where the site is served from a sub-path. */
function relativePath(from: string, to: string): string {
  const [here, there] = [from.split('/').slice(1, -1), to.split('/').slice(1, -1)];
  const shared = here.findIndex((part, index) => part !== there[index]);
  const same = shared < 0 ? here.length : shared;
  return (
    '../'.repeat(here.length - same) +
      there
        .slice(same)
        .map((part) => `${part}/`)
        .join('') || './'
  );
}

/** What an escaped text says; undefined where a % of it begins no character. */
function unescaped(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

function checkLink(
  from: string,
  { url }: LinkUse,
  { pages, drafts }: Routes,
): Pick<SourceError, 'what' | 'fix'> | undefined {
  if (url.trim() === '') return { what: 'a link has no address', fix: 'write it between its parentheses' };
  const target = resolve(url, from);
  if (target !== undefined && !PROTOCOLS.includes(target.protocol)) {
    const near = nearest(target.protocol, PROTOCOLS);
    const fix = near === undefined ? 'begin it with https:' : `begin it with ${near}`;
    return { what: `the link “${url}” begins with ${target.protocol}, which no browser opens`, fix };
  }
  if (target === undefined) return { what: `the link “${url}” is no address`, fix: 'mend it' };
  if (target.origin !== ORIGIN) return undefined;
  const path = target.pathname.endsWith('/') ? target.pathname : `${target.pathname}/`;
  if (!pages.has(path)) {
    const near = nearest(path, [...pages.keys()]);
    const fix = near === undefined ? 'link to a page that there is' : `write ${relativePath(from, near)}`;
    return { what: `the link “${url}” leads to ${path}, and there is no such page`, fix };
  }
  if (drafts.has(path) && !drafts.has(from)) {
    const fix = 'take draft: true out of it, or the link out of here';
    return { what: `the link “${url}” leads to a draft, which the built site leaves out`, fix };
  }
  if (url.startsWith('/')) {
    const fix = `write ${relativePath(from, path)}${target.hash}`;
    return { what: `the link “${url}” does not work where the site is served from a sub-path`, fix };
  }
  const anchors = pages.get(path);
  const anchor = unescaped(target.hash.slice(1));
  if (anchor === undefined)
    return { what: `the link “${url}” has a % that begins no character`, fix: 'write %25 for it' };
  if (anchor === '' || anchors === undefined || anchors.includes(anchor)) return undefined;
  const near = nearest(anchor, anchors);
  const fix = near === undefined ? `name one of ${anchors.join(', ')}` : `write #${near}`;
  return { what: `the link “${url}” leads to #${anchor}, and that page has no such place`, fix };
}

/** Links that lead nowhere within the site. Addresses elsewhere are not looked at. */
export function checkLinks(lesson: LessonSource, routes: Routes): readonly SourceError[] {
  return lesson.links.flatMap((link) => {
    const mistake = checkLink(lesson.route, link, routes);
    return mistake === undefined
      ? []
      : [{ file: lesson.file, line: link.line, column: link.column, ...mistake }];
  });
}
