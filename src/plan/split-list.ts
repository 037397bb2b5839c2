/** Items of a list, which commas inside brackets or quotes do not part. */
export function splitList(text: string): readonly string[] {
  const items: string[] = [];
  let depth = 0;
  let quote = '';
  let item = '';
  for (const char of text) {
    if (quote !== '') quote = char === quote ? '' : quote;
    else if (char === "'" || char === '"') quote = char;
    else if ('([{'.includes(char)) depth++;
    else if (')]}'.includes(char)) depth--;
    if (char === ',' && depth === 0 && quote === '') {
      items.push(item.trim());
      item = '';
    } else item += char;
  }
  return [...items, item.trim()];
}

/** A value as JSON would have it: true, false and numbers are themselves, all else is text. */
export function parseValue(text: string): string | number | boolean {
  if (text === 'true' || text === 'false') return text === 'true';
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}
