import type { Plan } from '../../plan/plan.ts';
import { printText } from '../../plan/print-text.ts';
import './plan.css';

/** More than this slows the page down and is read by nobody; copying takes all. */
const longest = 200_000;

function Source({ text }: { readonly text: string }) {
  return (
    <div className="pw-plan-source">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <pre tabIndex={0}>{text.slice(0, longest)}</pre>
      {text.length > longest && <p>The rest is left out here; Copy takes all of it.</p>}
    </div>
  );
}

/** The plan as psql prints it. */
export function PlanText({ plan }: { readonly plan: Plan }) {
  return <Source text={printText(plan)} />;
}

/** What EXPLAIN (FORMAT JSON) said, indented. */
export function printJson(plan: Plan): string {
  return JSON.stringify([plan.source], null, 2);
}

/** The plan as JSON. */
export function PlanJson({ plan }: { readonly plan: Plan }) {
  return <Source text={printJson(plan)} />;
}
