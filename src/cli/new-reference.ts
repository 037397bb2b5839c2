import { putPart, writeKeyTables } from '../authoring/reference.ts';
import type { ComponentProp, ComponentProps } from '../course/component-props.ts';
import { SKEW_FUNCTIONS } from '../engine/build/skew-functions.ts';
import { allMisconceptions } from '../grader/misconceptions/all-misconceptions.ts';
import { glossary } from '../lesson/glossary.ts';

function writeSkew(): string {
  const rows = SKEW_FUNCTIONS.map(
    ({ signature, about, example }) => `| \`${signature}\` | ${about} \`${example}\` |`,
  );
  return `| function | what it answers |\n| --- | --- |\n${rows.join('\n')}\n`;
}

function writeMisconceptions(): string {
  const rows = [...allMisconceptions]
    .sort((a, b) => a.id.localeCompare(b.id))
    .map(({ id, title }) => `| \`${id}\` | ${title.replaceAll('|', '\\|')} |`);
  return `| id | the mistake |\n| --- | --- |\n${rows.join('\n')}\n`;
}

function writeTerms(): string {
  return `${Object.keys(glossary)
    .sort((a, b) => a.localeCompare(b))
    .map((term) => `\`${term}\``)
    .join(', ')}.\n`;
}

/** A prop as a tag writes it; one with a question mark may be left out. */
function propInWords({ name, optional, type, about }: ComponentProp): string {
  const said = about === '' ? '' : `: ${about.replace(/[.\s]*$/, '').replaceAll('<', '\\<')}`;
  return `\`${name}${optional ? '?' : ''}\` (\`${type}\`)${said}`.replaceAll('|', '\\|');
}

function writeComponents(components: ComponentProps): string {
  const rows = [...components].map(([name, props]) => {
    return `| \`<${name}>\` | ${props.map(propInWords).join('; ') || 'none'} |`;
  });
  return `| component | props |\n| --- | --- |\n${rows.join('\n')}\n`;
}

/** The guide with its generated parts made anew; the components' props come from their sources. */
export function writeReference(guide: string, components: ComponentProps): string {
  const parts = [
    ['skew', writeSkew()],
    ['misconceptions', writeMisconceptions()],
    ['terms', writeTerms()],
    ['components', writeComponents(components)],
    ['keys', writeKeyTables()],
  ] as const;
  return parts.reduce((text, [name, part]) => putPart(text, name, part), guide);
}
