import type { AnswerLine } from './answers.ts';
import { el, head } from './panel-parts.ts';

/** Copies a line of front matter, and says whether it worked. */
function copyButton(line: string): HTMLElement {
  const button = el('button', 'pw-button copy', 'Copy');
  button.setAttribute('type', 'button');
  button.setAttribute('aria-label', `Copy ${line}`);
  button.addEventListener('click', async () => {
    const done = await navigator.clipboard?.writeText(line).then(
      () => true,
      () => false,
    );
    button.textContent = done ? 'Copied' : 'Not copied';
    setTimeout(() => {
      button.textContent = 'Copy';
    }, 1600);
  });
  return button;
}

/** Heads the column; where the panel is too narrow for columns it stands before the figure. */
const USED = 'Used of today’s';

/** What the figures mean, beneath the table's heading. */
function notes(answers: number): readonly HTMLElement[] {
  const from =
    answers === 1
      ? 'Measured on the one answer that must pass.'
      : `Measured on the ${answers} answers that must pass. Each budget fits all of them, and comes from the answer that needs the most room.`;
  const room =
    'Each leaves a tenth of room; times leave half, because they differ twofold from run to run. “Used” is the part of the budget in the file that the nearest answer takes: over 100 % it fails.';
  return [el('p', 'fix', from), el('p', 'fix', room)];
}

/** Budgets that fit every answer that must pass, to be copied into the front matter. */
export function budgetsTable(line: Extract<AnswerLine, { kind: 'budgets' }>): HTMLElement {
  const { suggestions, margins, answers } = line;
  const rows = suggestions.map(({ check, key, value, because, from }) => {
    const near = margins.find((margin) => margin.check === check);
    const used = near === undefined ? '' : `${Math.round(near.used * 100)} %, by ${near.from}`;
    const written = `${key}: ${value}`;
    const usedCell = el('td', '', used);
    usedCell.dataset.label = USED;
    return el(
      'tr',
      '',
      el('td', '', el('code', '', check)),
      el('td', 'suggested', el('code', '', written), copyButton(written)),
      el('td', '', el('code', '', from), `: ${because}`),
      usedCell,
    );
  });
  return el(
    'section',
    'budgets',
    el('h4', '', 'Budgets that fit every answer that must pass'),
    ...notes(answers),
    el('table', '', head('Check', 'Suggested', 'Measured on', USED), el('tbody', '', ...rows)),
  );
}
