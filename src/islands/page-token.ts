/** A measure or colour of the page (tokens.css), as it is now. */
export function pageToken(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(`--pw-${name}`).trim();
}
