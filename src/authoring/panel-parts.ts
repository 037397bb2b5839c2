import { countPassed } from '../exercise/added-checks.ts';
import { type Answer, isAsMeant } from './answers.ts';
import { asSentence, type Finding } from './findings.ts';

type Child = Node | string;

/** An element with its class and what stands in it. Texts stay texts. */
export function el(name: string, className: string, ...children: readonly Child[]): HTMLElement {
  const element = document.createElement(name);
  if (className !== '') element.className = className;
  element.append(...children);
  return element;
}

/** One finding of the check, with its place and what to do. */
export function findingItem({ file, line, column, what, fix }: Finding): HTMLElement {
  const place = el('code', 'place', `${file}:${line}:${column ?? 1}`);
  return el('li', '', place, el('p', 'what', asSentence(what)), el('p', 'fix', `Fix: ${asSentence(fix)}`));
}

function checkRow({ id, title, state, figure, message, added }: Answer['checks'][number]): HTMLElement {
  const own = added ? [el('span', 'added', ' (Planwright’s own)')] : [];
  const name = el('td', '', el('code', '', id), ` ${title}`, ...own);
  return el('tr', state, name, el('td', 'state', state), el('td', '', figure ?? ''), el('td', '', message));
}

/** The head of a table. */
export function head(...names: readonly string[]): HTMLElement {
  return el('thead', '', el('tr', '', ...names.map((name) => el('th', '', name))));
}

function mistakes(answer: Answer): readonly Child[] {
  const found = answer.findings.map(({ misconception, message }) =>
    el('li', '', el('code', '', misconception), ` ${message}`),
  );
  const missing = answer.misconceptions
    .filter((id) => !answer.findings.some(({ misconception }) => misconception === id))
    .map((id) => el('li', 'bad', el('code', '', id), ' is named in the file, and not recognised'));
  return found.length + missing.length === 0
    ? []
    : [el('h4', '', 'Mistakes named'), el('ul', '', ...found, ...missing)];
}

function plans({ plans: seen }: Answer): readonly Child[] {
  return seen.flatMap(({ query, pages, text }) => [
    el('h4', '', `Plan of ${query}, ${pages} pages`),
    el('pre', '', text),
  ]);
}

/** An answer: what it is there for, what came, and beneath it every check, the mistakes named and the plans. */
export function answerItem(answer: Answer): HTMLElement {
  const { file, must, passed, fails, refusal, checks, ms } = answer;
  const good = isAsMeant(answer);
  const failed = checks.filter(({ state }) => state !== 'passed').map(({ id }) => id);
  const came = passed ? 'passes' : refusal === undefined ? `fails ${failed.join(', ')}` : 'is refused';
  const meant = must === 'pass' ? 'must pass' : `must fail${fails.length > 0 ? ` ${fails.join(', ')}` : ''}`;
  const summary = el(
    'summary',
    good ? 'ok' : 'bad',
    el('span', 'sign', good ? '✓' : '✗'),
    el('code', '', file),
    el('span', 'came', came),
    el('span', 'meant', `${meant}, ${ms} ms`),
  );
  const table = el(
    'table',
    '',
    head('Check', 'State', 'Figure', 'Said'),
    el('tbody', '', ...checks.map(checkRow)),
  );
  const said =
    refusal === undefined ? [el('p', 'fix', `${countPassed(checks)}.`), table] : [el('p', 'bad', refusal)];
  return el('details', 'answer', summary, ...said, ...mistakes(answer), ...plans(answer));
}
