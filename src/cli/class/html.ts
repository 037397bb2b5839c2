/** Text that is part of a page already. Nothing else gets into one unescaped. */
export interface Html {
  readonly html: string;
}

/** What cannot be seen, or turns the text around it: shown as what it is. */
const UNSEEN = /(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

function escapeText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(UNSEEN, (letter) => `‹U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase()}›`)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;');
}

type Part = string | number | Html | readonly Html[] | undefined | false;

function write(part: Part): string {
  if (part === undefined || part === false) return '';
  if (typeof part === 'string' || typeof part === 'number') return escapeText(String(part));
  return 'html' in part ? part.html : part.map(({ html }) => html).join('');
}

/** A piece of a page: the literal stands as it is, every value in it is escaped unless it is a piece itself. */
export function html(literal: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return { html: literal.map((text, at) => text + write(parts[at])).join('') };
}
