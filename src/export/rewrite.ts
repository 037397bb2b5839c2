/**
 * A built site knows under which address it lies; a package does not. Addresses of files become relative to the page,
 * to the style sheet, or to the script that holds them.
 */

const FOLDERS = '(?:_astro/|engine/|favicon)';

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** `../../` for `exercises/x/index.html`, `./` for a file at the root. */
export function wayToRoot(path: string): string {
  return '../'.repeat(path.split('/').length - 1) || './';
}

/** The address that the site was built for, from a page of it: `/` or `/course/`. Undefined where it tells none. */
export function findBase(page: string): string | undefined {
  return /["'](\/(?:[^"'<>\s]*\/)?)_astro\//.exec(page)?.[1];
}

export interface PageRewrite {
  /** Where the page lies in the package. */
  readonly path: string;
  readonly base: string;
  /** Where the site is on the web, for links to what the package does not hold; undefined where it is nowhere. */
  readonly site: string | undefined;
  /** Attributes of the page's root, by which it knows that it is in a package. */
  readonly root: Readonly<Record<string, string>>;
  /** What goes to the end of its head. */
  readonly head: string;
}

function rewriteLinks(page: string, base: string, site: string | undefined): string {
  const links = new RegExp(`(<a\\b[^>]*?)\\shref="${escapePattern(base)}(?!${FOLDERS})([^"]*)"`, 'g');
  return page.replace(links, (_, before: string, path: string) =>
    site === undefined
      ? before
      : `${before} href="${new URL(path, site).href}" target="_blank" rel="noopener"`,
  );
}

/** A page for its place in a package. */
export function rewritePage(page: string, { path, base, site, root, head }: PageRewrite): string {
  const files = new RegExp(`(["'\`(=])${escapePattern(base)}(?=${FOLDERS})`, 'g');
  const attributes = Object.entries(root).map(
    ([name, value]) => ` ${name}="${value.replaceAll('"', '&quot;')}"`,
  );
  return rewriteLinks(page, base, site)
    .replace(files, (_, quote: string) => `${quote}${wayToRoot(path)}`)
    .replace('<html', `<html${attributes.join('')}`)
    .replace('</head>', `${head}</head>`);
}

/** A style sheet of the site. */
export function rewriteStyle(style: string, path: string, base: string): string {
  return style.replace(new RegExp(`(url\\(["']?)${escapePattern(base)}`, 'g'), `$1${wayToRoot(path)}`);
}

/**
 * A script of the site. A literal that is the address of a file becomes an expression, right in workers too. What loads
 * parts of the site on demand puts the base before their names: that becomes an expression as well.
 */
export function rewriteScript(script: string, path: string, base: string): string {
  const here = escapePattern(base);
  const root = `new URL("${wayToRoot(path)}",import.meta.url).href`;
  return script
    .replace(new RegExp(`\`${here}(?=${FOLDERS})`, 'g'), `\`\${${root}}`)
    .replace(new RegExp(`(["'])${here}(${FOLDERS}[^"'\\n]*)\\1`, 'g'), `(${root}+"$2")`)
    .replace(new RegExp(`return\\s*(["'\`])${here}\\1\\s*\\+`, 'g'), `return ${root}+`);
}

/** Whether a script of the site puts its base before names that it is given. */
export function joinsBase(script: string, base: string): boolean {
  return new RegExp(`return\\s*(["'\`])${escapePattern(base)}\\1\\s*\\+`).test(script);
}
