import { keepUnits } from '../islands/keep-units.ts';

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text safe to stand in HTML. */
function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => escapes[character] ?? character);
}

/** An attribute's text as HTML: `code` between backticks, figures kept with their units, everything else as it is. */
export function inlineCode(text: string): string {
  return escapeHtml(text)
    .split(/`([^`]+)`/)
    .map((part, index) => (index % 2 === 1 ? `<code>${part}</code>` : keepUnits(part)))
    .join('');
}
