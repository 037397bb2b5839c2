import { readFileSync } from 'node:fs';

/** The site's colours and measures, in the light and the dark, without its fonts: the report is one file. */
function readTokens(): string {
  const tokens = readFileSync(new URL('../../styles/tokens.css', import.meta.url), 'utf8');
  return tokens.replace(
    /\[data-theme="dark"\] \{([^}]*)\}/,
    '@media (prefers-color-scheme: dark) { :root {$1} }',
  );
}

const STYLE = `
body { margin: 0 auto; padding: 2.5rem clamp(1rem, 4vw, 3rem) 5rem; max-width: 76rem;
  background: var(--pw-paper); color: var(--pw-ink); font: 400 var(--pw-text-md)/1.5 var(--pw-sans); }
h1 { margin: 0; font: 600 var(--pw-text-h1)/1.15 var(--pw-serif); }
h2 { margin: 3rem 0 .75rem; padding-bottom: .4rem; border-bottom: 1px solid var(--pw-line); font: 600 var(--pw-text-h2)/1.25 var(--pw-serif); }
h3 { margin: 1.5rem 0 .35rem; font: 600 var(--pw-text-md)/1.4 var(--pw-sans); }
p { max-width: 44rem; margin: .4rem 0; }
a { color: var(--pw-accent); text-underline-offset: .15em; }
.soft { color: var(--pw-soft); }
.figures { display: flex; flex-wrap: wrap; gap: .5rem 2.5rem; margin: 1.25rem 0 0; }
.figures b { margin-inline-end: .35rem; font: 600 1.75rem/1 var(--pw-serif); font-variant-numeric: lining-nums; }
.wide { overflow-x: auto; background: var(--pw-panel); border: 1px solid var(--pw-line); border-radius: var(--pw-radius); }
table { border-collapse: collapse; font-size: var(--pw-text-sm); font-variant-numeric: tabular-nums; }
th, td { padding: .3rem .6rem; border-bottom: 1px solid var(--pw-line); text-align: start; vertical-align: top; }
tr:last-child > * { border-bottom: 0; }
thead th { color: var(--pw-soft); font-weight: 500; vertical-align: bottom; }
.matrix td { text-align: center; padding-inline: .35rem; }
.matrix thead th:not(:first-child):not(:last-child) { height: 12rem; padding-inline: .2rem; }
.matrix thead span { writing-mode: vertical-rl; transform: rotate(180deg); max-height: 11.5rem; }
.matrix th:first-child { position: sticky; inset-inline-start: 0; background: var(--pw-panel); font-weight: 400; white-space: nowrap; max-width: 16rem; overflow: hidden; text-overflow: ellipsis; }
.ok { color: var(--pw-ok); } .bad { color: var(--pw-bad); } .warn { color: var(--pw-warn); }
abbr { text-decoration: none; font-weight: 600; }
details { margin: .5rem 0; background: var(--pw-panel); border: 1px solid var(--pw-line); border-radius: var(--pw-radius); }
summary { padding: .5rem .9rem; cursor: pointer; }
details > div { padding: 0 .9rem .9rem; }
details details { background: var(--pw-sunk); }
pre { margin: .5rem 0 0; padding: .7rem .9rem; overflow-x: auto; max-height: 24rem; background: var(--pw-sunk); border-radius: var(--pw-radius); font: 400 var(--pw-text-xs)/1.5 var(--pw-mono); white-space: pre-wrap; overflow-wrap: anywhere; }
ul { margin: .3rem 0; padding-inline-start: 1.2rem; }
.side { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(22rem, 100%), 1fr)); gap: 0 1.25rem; }
@media print { details { break-inside: avoid; } .wide { overflow: visible; } }
`;

/** The whole style of a report. */
export function reportStyle(): string {
  return readTokens() + STYLE;
}
