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

/** The fenced blocks in rendered Markdown, as they were written. */
export function readCodeBlocks(html: string): readonly CodeBlock[] {
  return Array.from(html.matchAll(/<pre\b([^>]*)>([\s\S]*?)<\/pre>/g), ([, attributes = '', body = '']) => ({
    language: /data-language="([^"]*)"/.exec(attributes)?.[1],
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
