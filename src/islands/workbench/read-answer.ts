import { siteRoot } from '../site-root.ts';

/** The author's answer from its file, by its path from the site's root. Rejects where it cannot be had. */
export async function readAnswer(path: string): Promise<string> {
  const response = await fetch(siteRoot() + path);
  if (!response.ok) throw new Error(`the answer could not be read (${response.status})`);
  const found: unknown = await response.json();
  if (typeof found === 'object' && found !== null && 'sql' in found && typeof found.sql === 'string')
    return found.sql.trim();
  throw new Error('the answer could not be read');
}
