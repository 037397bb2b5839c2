import type { Work } from '../../engine/engine.ts';
import type { QueryStep } from '../../plan/query-steps.ts';
import './query-steps.css';

function Steps({ steps }: { readonly steps: readonly QueryStep[] }) {
  return (
    <ol className="pw-steps">
      {steps.map(({ detail, about, steps: inner }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: steps repeat, places do not
        <li key={at}>
          <code>{detail}</code>
          {about !== '' && <span>{about}</span>}
          {inner.length > 0 && <Steps steps={inner} />}
        </li>
      ))}
    </ol>
  );
}

function count(value: number, one: string, many: string): string {
  return `${value.toLocaleString('en')} ${value === 1 ? one : many}`;
}

/** What the run took, as SQLite counted it. */
function sayWork({ pages, automaticIndexRows }: Work): string {
  const asked = `${count(pages, 'page', 'pages')} of 8 kB asked for`;
  if (automaticIndexRows === 0) return asked;
  return `${asked}, ${count(automaticIndexRows, 'row', 'rows')} put into an automatic index`;
}

/** SQLite's plan: each step as SQLite prints it, what it means, and what the run took. */
export function QueryStepsView({
  steps,
  work,
}: {
  readonly steps: readonly QueryStep[];
  readonly work: Work | undefined;
}) {
  return (
    <>
      <Steps steps={steps} />
      {work !== undefined && <p className="pw-steps-work">{sayWork(work)}</p>}
    </>
  );
}
