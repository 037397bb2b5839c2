/** Where the site begins. A page in a package for a course system does not know beforehand under which address it lies. */
export function siteRoot(): string {
  const root = document.documentElement.dataset.packageRoot ?? import.meta.env.BASE_URL.replace(/\/?$/, '/');
  return new URL(root, document.baseURI).href;
}
