import { countPassed } from '../../exercise/added-checks.ts';
import { MAX_SUBMISSION_LENGTH } from '../../sql/gate.ts';
import { type Html, html } from './html.ts';
import { MARKS, markOf } from './marks.ts';
import { matrix } from './matrix.ts';
import { reportStyle } from './report-style.ts';
import { type ClassResults, type LearnerResult, passedOf, type ResultRow } from './results.ts';

/** What stands at the head of a report. */
export interface ReportHead {
  readonly course: string;
  readonly at: Date;
}

function misconceptions({ learners }: ClassResults): Html {
  const found = learners.flatMap((result) =>
    result.answers.flatMap(({ exercise, title: about, misconceptions }) =>
      misconceptions.map((each) => ({ ...each, exercise: about || exercise, file: result.file })),
    ),
  );
  if (found.length === 0) return html`<p class="soft">None was recognised.</p>`;
  const rows = [...Map.groupBy(found, ({ id }) => id).values()]
    .map((group) => ({
      title: group[0]?.title ?? '',
      learners: new Set(group.map(({ file }) => file)).size,
      exercises: [...new Set(group.map(({ exercise }) => exercise))].sort().join(', '),
    }))
    .sort((a, b) => b.learners - a.learners)
    .map(
      (row) =>
        html`<tr><td>${row.learners}</td><td>${row.title}</td><td class="soft">${row.exercises}</td></tr>\n`,
    );
  return html`<div class="wide"><table><thead><tr><th scope="col">Learners</th><th scope="col">Mistake</th><th scope="col">Exercises</th></tr></thead>
<tbody>${rows}</tbody></table></div>`;
}

/** What was handed in, as far as the grader takes it; of what was not graded at all, enough to see what it is. */
function handedIn(sql: string, longest: number = MAX_SUBMISSION_LENGTH): Html {
  const more = sql.length - longest;
  if (more <= 0) return html`<pre>${sql}</pre>`;
  return html`<pre>${sql.slice(0, longest)}</pre><p class="soft">… and ${more.toLocaleString('en')} more characters, which are in results.json.</p>`;
}

const SHOWN_SIDE_BY_SIDE = 4;

function* alike({ alike, learners }: ClassResults): Generator<Html> {
  if (alike.length === 0) {
    yield html`<p class="soft">No two answers are more alike than their exercise explains.</p>`;
    return;
  }
  const titles = new Map(
    learners.flatMap(({ answers }) => answers.map(({ exercise, title }) => [exercise, title])),
  );
  yield html`<p>Left out: what an exercise starts with, its own answers where they are short, and what more than a fifth of the class says. It is a hint, and no verdict.</p>`;
  for (const { exercise, how, members, of } of alike) {
    const said = how === 'text' ? 'the same text' : 'the same but for names, constants and layout';
    const shown = members.slice(0, SHOWN_SIDE_BY_SIDE);
    const others = members.slice(SHOWN_SIDE_BY_SIDE).map(({ learner }) => learner);
    const texts = shown.map(
      ({ learner, file, sql }) =>
        html`<div><h3>${learner}</h3><p class="soft">${file}</p>${handedIn(sql)}</div>`,
    );
    yield html`<details><summary>${titles.get(exercise) || exercise}: ${members.length} of ${of} answers, ${said}</summary>
<div><div class="side">${texts}</div>${others.length > 0 && html`<p>The same from ${others.join(', ')}.</p>`}</div></details>\n`;
  }
}

/** Of an answer to an exercise that is not here. */
const LONGEST_UNKNOWN = 500;

function answer({ exercise, title, outcome, checks, misconceptions, reason, sql }: ResultRow): Html {
  const failed = checks.filter(({ state }) => state === 'failed' || state === 'inconclusive');
  const judged = checks.some(({ state }) => state !== 'not-run');
  const share = judged ? `, ${countPassed(checks)}` : '';
  const lines = failed.map(
    (check) => html`<li><b>${check.title}</b> (${check.state}): ${check.message}</li>`,
  );
  const mistakes = misconceptions.map((each) => html`<p><b>${each.title}.</b> ${each.message}</p>`);
  const { word } = MARKS[outcome];
  const longest = outcome === 'unknown-exercise' ? LONGEST_UNKNOWN : undefined;
  return html`<h3>${markOf(outcome)} ${title || exercise} <span class="soft">${word}${share}</span></h3>
${reason !== '' && html`<p>${reason}</p>`}${lines.length > 0 && html`<ul>${lines}</ul>`}${mistakes}
<details><summary>What was handed in</summary><div>${handedIn(sql, longest)}</div></details>\n`;
}

function learner(result: LearnerResult, at: number): Html {
  if (result.answers.length === 0) return html``;
  return html`<details id="learner-${at}"><summary><b>${result.learner}</b> <span class="soft">${result.file}</span>: ${passedOf(result.answers)} passed</summary>
<div>${result.answers.map(answer)}</div></details>\n`;
}

function unread({ learners }: ClassResults): Html {
  const rows = learners
    .filter(({ answers }) => answers.length === 0)
    .map(({ file, why }) => html`<tr><td>${file}</td><td>${why}</td></tr>\n`);
  if (rows.length === 0) return html`<p class="soft">Every file held answers.</p>`;
  return html`<div class="wide"><table><thead><tr><th scope="col">File</th><th scope="col">Why</th></tr></thead><tbody>${rows}</tbody></table></div>`;
}

/** `21 November 2026, 17:01`, by the clock of the machine that grades. */
function writeDate(at: Date): string {
  return at.toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'short' }).replace(' at ', ', ');
}

/** The report as one page that needs nothing else: no script, no font, no address. In pieces, as it may be long. */
export function* writeHtml(results: ClassResults, { course, at }: ReportHead): Generator<string> {
  const answers = results.learners.flatMap((each) => each.answers);
  const passed = answers.filter(({ outcome }) => outcome === 'passed').length;
  const legend = Object.values(MARKS).map(
    ({ sign, word, tone }) => html`<span><b class="${tone}">${sign}</b> ${word}</span> &ensp;`,
  );
  yield html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'">
<title>${course}: the class, graded</title><style>${{ html: reportStyle() }}</style></head>
<body><h1>${course}: the class, graded</h1>
<p class="soft">Graded on <time datetime="${at.toISOString()}">${writeDate(at)}</time>. Every answer was run again on a pristine database: ${results.engine}.</p>
<p class="figures"><span><b>${results.learners.length}</b> files</span><span><b>${answers.length}</b> answers</span><span><b>${passed}</b> passed</span></p>
<h2>Who passed what</h2>${matrix(results)}<p class="soft">${legend}</p>
<h2>Mistakes with a name</h2>${misconceptions(results)}
<h2>Answers that are alike</h2>`.html;
  for (const group of alike(results)) yield group.html;
  yield '<h2>Each learner</h2>';
  for (const [place, each] of results.learners.entries()) yield learner(each, place).html;
  yield html`<h2>Files without an answer</h2>${unread(results)}
</body></html>
`.html;
}
