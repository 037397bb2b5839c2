import { type Html, html } from './html.ts';
import { markOf } from './marks.ts';
import { type ClassResults, passedOf } from './results.ts';

/** Exercises in the order of their titles; those that are not here are left out of the table. */
function listExercises({ learners }: ClassResults): readonly (readonly [id: string, title: string])[] {
  const titles = new Map<string, string>();
  for (const { answers } of learners)
    for (const { exercise, title } of answers) if (title !== '') titles.set(exercise, title);
  return [...titles].sort(([, a], [, b]) => a.localeCompare(b));
}

/** A line for each learner, a column for each exercise, and beneath it how many passed each. */
export function matrix(results: ClassResults): Html {
  const exercises = listExercises(results);
  const rows = results.learners.flatMap((result, at) => {
    if (result.answers.length === 0) return [];
    const cells = exercises.map(([id]) => {
      const answer = result.answers.find(({ exercise }) => exercise === id);
      return html`<td>${answer ? markOf(answer.outcome) : html`<span class="soft">·</span>`}</td>`;
    });
    return [
      html`<tr><th scope="row"><a href="#learner-${at}" title="${result.file}">${result.learner}</a></th>${cells}<td>${passedOf(result.answers)}</td></tr>\n`,
    ];
  });
  const heads = exercises.map(([, title]) => html`<th scope="col"><span>${title}</span></th>`);
  const all = results.learners.flatMap(({ answers }) => answers);
  const counts = exercises.map(
    ([id]) => html`<td>${passedOf(all.filter(({ exercise }) => exercise === id))}</td>`,
  );
  return html`<div class="wide" tabindex="0"><table class="matrix"><thead><tr><th scope="col">Learner</th>${heads}<th scope="col">Passed</th></tr></thead>
<tbody>${rows}</tbody><tfoot><tr><th scope="row">Passed, of those handed in</th>${counts}<td>${passedOf(all)}</td></tr></tfoot></table></div>`;
}
