/** Text in an element or an attribute of XML. Letters that XML cannot hold are left out. */
export function xmlText(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}

/** What both kinds of package say of themselves. */
export interface PackageFacts {
  readonly kind: 'exercise' | 'lesson';
  /** The exercise’s id, or `<module>/<lesson>`. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** The page that is launched, by its path in the package. */
  readonly launch: string;
}
