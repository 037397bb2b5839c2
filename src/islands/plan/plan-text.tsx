import type { Plan } from '../../plan/plan.ts';
import { printText } from '../../plan/print-text.ts';
import { CopyButton } from '../results/copy-button.tsx';
import './plan.css';

/** More than this slows the page down and is read by nobody; copying takes all. */
const longest = 200_000;

interface Props {
  readonly name: string;
  readonly text: string;
}

function Source({ name, text }: Props) {
  return (
    <div className="pw-plan-source">
      <CopyButton label={`Copy ${name}`} text={() => text} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <pre tabIndex={0}>{text.slice(0, longest)}</pre>
      {text.length > longest && <p>The rest is left out here; Copy takes all of it.</p>}
    </div>
  );
}

/** The plan as psql prints it. */
export function PlanText({ plan }: { readonly plan: Plan }) {
  return <Source name="text" text={printText(plan)} />;
}

/** What EXPLAIN (FORMAT JSON) said. */
export function PlanJson({ plan }: { readonly plan: Plan }) {
  return <Source name="JSON" text={JSON.stringify([plan.source], null, 2)} />;
}
