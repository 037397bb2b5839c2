import { UNCOLOURED } from './block-fences.ts';

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decode(html: string): string {
  return html.replace(/&(?:#x([0-9a-f]+)|#(\d+)|([a-z]+));/gi, (whole, hex, decimal, name) => {
    if (typeof hex === 'string') return String.fromCodePoint(Number.parseInt(hex, 16));
    if (typeof decimal === 'string') return String.fromCodePoint(Number.parseInt(decimal, 10));
    return entities[String(name).toLowerCase()] ?? whole;
  });
}

export interface CodeBlock {
  readonly language: string | undefined;
  readonly text: string;
}

/** Coloured code names its language at the block, and uncoloured code in a class. */
function languageOf(attributes: string, body: string): string | undefined {
  const named = /data-language="([^"]*)"/.exec(attributes) ?? /^<code class="language-([^" ]*)"/.exec(body);
  return named?.[1] === UNCOLOURED ? 'sql' : named?.[1];
}

/** The fenced blocks in rendered Markdown, as they were written. */
export function readCodeBlocks(html: string): readonly CodeBlock[] {
  return Array.from(html.matchAll(/<pre\b([^>]*)>([\s\S]*?)<\/pre>/g), ([, attributes = '', body = '']) => ({
    language: languageOf(attributes, body),
    text: decode(body.replace(/<[^>]*>/g, '')).replace(/\n+$/, ''),
  }));
}

/** What stands in rendered Markdown besides its fenced blocks: true where there is anything to read. */
export function hasOtherContent(html: string): boolean {
  return (
    html
      .replace(/<pre\b[\s\S]*?<\/pre>/g, '')
      .replace(/<[^>]*>/g, '')
      .trim() !== ''
  );
}
