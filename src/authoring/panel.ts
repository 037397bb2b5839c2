import { type AnswerLine, readLines } from './answers.ts';
import { budgetsTable } from './budgets-table.ts';
import { type Finding, findingsHere, othersInWords } from './findings.ts';
import { framePanel } from './panel-frame.ts';
import { answerItem, el, findingItem } from './panel-parts.ts';
import { type LastRuns, runInWords, type Told } from './run-log.ts';
import './panel.css';
import './panel-table.css';

const base = import.meta.env.BASE_URL.replace(/\/$/, '');
const path = location.pathname.startsWith(base) ? location.pathname.slice(base.length) : location.pathname;
const exercise = /^\/exercises\/([a-z0-9-]+)\/$/.exec(path)?.[1];

/** What the check calls this page: an exercise, a lesson, or nothing that is run. */
const page = exercise ?? /^\/learn\/(.+)\/$/.exec(path)?.[1];

const toggle = document.createElement('button');
const panel = el('section', 'pw-authoring');
const list = el('ul', 'findings');
const elsewhere = el('p', 'elsewhere');
const lastRun = el('p', 'last-run');
const answers = el('div', 'answers');

/** Puts a finding behind the element that it is about. */
function place(finding: Finding): void {
  const target = finding.anchor === '' ? undefined : document.getElementById(finding.anchor);
  const note = el('aside', 'pw-finding', el('ul', '', findingItem(finding)));
  note.setAttribute('aria-label', 'Found by the check');
  target?.after(note);
}

/** What the files show, and what the last run of this page showed. */
let files: readonly Finding[] = [];
let run: readonly Finding[] = [];
/** When each page was last run. */
let runs: LastRuns = {};

function show(): void {
  const { here, elsewhere: others } = findingsHere(files, run, path);
  for (const old of document.querySelectorAll('.pw-finding')) old.remove();
  for (const finding of here) place(finding);
  list.replaceChildren(...here.map(findingItem));
  elsewhere.textContent = othersInWords(here.length, others);
  const known = page === undefined ? undefined : runs[page];
  lastRun.textContent = page === undefined ? '' : runInWords(exercise ? 'exercise' : 'lesson', known);
  lastRun.dataset.state = known && !known.savedSince ? 'ok' : 'stale';
  toggle.textContent = here.length === 0 ? 'Authoring' : `Authoring: ${here.length} found`;
  toggle.dataset.state = here.length === 0 ? 'ok' : 'bad';
}

function take(line: AnswerLine, status: HTMLElement): void {
  if (line.kind === 'start') status.textContent = 'The start is observed; grading the answers.';
  if (line.kind === 'refused') status.textContent = line.message;
  if (line.kind === 'answer') answers.append(answerItem(line));
  if (line.kind === 'budgets') answers.append(budgetsTable(line));
}

const OPENING = 'Opening a database.';
/** The course cannot be read, or the command ended otherwise without an answer. */
const NOT_RUN = 'It could not be run: the terminal of npm run dev says why.';

async function gradeAll(id: string, status: HTMLElement): Promise<void> {
  answers.replaceChildren();
  status.textContent = OPENING;
  const response = await fetch(`/__authoring/answers/${id}`);
  for await (const line of response.body ? readLines(response.body) : []) take(line, status);
  if (answers.childElementCount > 0) status.textContent = 'Every answer of that run is below.';
  else if (status.textContent === OPENING) status.textContent = NOT_RUN;
}

/** Runs the blocks or the answers of this page, as `npm run check -- <id>` does. */
async function runCheck(id: string, status: HTMLElement): Promise<void> {
  status.textContent = 'Running.';
  const response = await fetch(`/__authoring/check/${id}`);
  const result: unknown = await response.json().catch(() => undefined);
  if (result === undefined) {
    status.textContent = NOT_RUN;
    return;
  }
  const errors: unknown = typeof result === 'object' && result !== null ? Reflect.get(result, 'errors') : [];
  run = Array.isArray(errors) ? errors.map((error) => ({ anchor: '', ...error })) : [];
  show();
  status.textContent = run.length === 0 ? 'Nothing found.' : `${run.length} found.`;
}

/** A button that runs something, and a line that says how far it has come and what came of it. */
function runPart(label: string, run: (status: HTMLElement) => Promise<void>): readonly HTMLElement[] {
  const button = document.createElement('button');
  button.className = 'pw-button';
  button.textContent = label;
  const status = el('p', 'status');
  status.setAttribute('role', 'status');
  button.addEventListener('click', async () => {
    button.disabled = true;
    try {
      await run(status);
    } catch {
      status.textContent = NOT_RUN;
    } finally {
      button.disabled = false;
    }
  });
  return [button, status];
}

function checkPart(id: string): HTMLElement {
  return el('div', '', ...runPart('Run the check of this page', (status) => runCheck(id, status)));
}

function answersPart(id: string): HTMLElement {
  const parts = runPart('Grade every answer', (status) => gradeAll(id, status));
  return el('div', '', el('h3', '', 'Answers'), ...parts, answers);
}

function build(): void {
  panel.id = 'pw-authoring';
  panel.setAttribute('aria-label', 'Authoring');
  panel.append(el('h3', '', 'Found by the check'), list, lastRun, elsewhere);
  if (page !== undefined) panel.append(checkPart(page));
  if (exercise !== undefined) panel.append(answersPart(exercise));
  toggle.className = 'pw-authoring-toggle pw-button';
  toggle.setAttribute('aria-controls', panel.id);
  toggle.textContent = 'Authoring: checking';
  framePanel(panel, toggle);
  document.body.append(panel, toggle);
}

if (import.meta.hot) {
  build();
  import.meta.hot.on('planwright:findings', (told: Told<Finding>) => {
    files = told.findings;
    runs = told.runs;
    show();
  });
  import.meta.hot.send('planwright:hello');
}
