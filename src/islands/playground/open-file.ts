export type Opened =
  | { readonly kind: 'ok'; readonly text: string }
  | { readonly kind: 'refused'; readonly message: string };

const MOST_BYTES = 1_000_000;

/** Reads a file as text for the editor, or says why it cannot. Never throws. */
export async function openFile(file: File): Promise<Opened> {
  const size = (file.size / 1_000_000).toFixed(1);
  if (file.size > MOST_BYTES)
    return { kind: 'refused', message: `${file.name} has ${size} MB; up to 1 MB is opened here.` };
  try {
    const bytes = await file.arrayBuffer();
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (text.includes('\0')) throw new TypeError('binary');
    return { kind: 'ok', text: text.replace(/\r\n?/g, '\n') };
  } catch {
    return { kind: 'refused', message: `${file.name} could not be read as text in UTF-8.` };
  }
}

export type Formatted =
  | { readonly kind: 'ok'; readonly text: string }
  | { readonly kind: 'refused'; readonly message: string };

/** Lays SQL out anew. The formatter is loaded when it is first asked for. */
export async function formatSql(text: string): Promise<Formatted> {
  try {
    const { formatDialect, postgresql } = await import('sql-formatter');
    const formatted = formatDialect(text, { dialect: postgresql, tabWidth: 2, expressionWidth: 80 });
    return { kind: 'ok', text: `${formatted.trimEnd()}\n` };
  } catch {
    return { kind: 'refused', message: 'This text could not be formatted; it is left as it is.' };
  }
}
