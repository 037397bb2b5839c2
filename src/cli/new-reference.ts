import { putPart, writeKeyTables } from '../authoring/reference.ts';
import { SKEW_FUNCTIONS } from '../engine/build/skew-functions.ts';

function writeSkew(): string {
  const rows = SKEW_FUNCTIONS.map(
    ({ signature, about, example }) => `| \`${signature}\` | ${about} \`${example}\` |`,
  );
  return `| function | what it answers |\n| --- | --- |\n${rows.join('\n')}\n`;
}

/** The guide with its generated parts made anew. */
export function writeReference(guide: string): string {
  return putPart(putPart(guide, 'skew', writeSkew()), 'keys', writeKeyTables());
}
