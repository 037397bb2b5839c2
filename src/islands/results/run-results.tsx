import type { Run } from '../../engine/engine.ts';
import { ResultsTable } from './results-table.tsx';
import { SqlErrorView } from './sql-error-view.tsx';

export interface RunResultsProps {
  readonly sql: string;
  readonly run: Extract<Run, { readonly kind: 'ok' | 'sql-error' }>;
}

/** What a text returned. An error stands first, where it is seen: there may be much that ran before it. */
export function RunResults({ sql, run }: RunResultsProps) {
  const { results } = run;
  if (run.kind === 'ok') return <ResultsTable results={results} />;
  return (
    <>
      <SqlErrorView sql={sql} error={run.error} />
      {results.length > 0 && (
        <>
          <p className="pw-error-before">
            Before it,{' '}
            {results.length === 1 ? '1 statement' : `${results.length.toLocaleString('en')} statements`} ran:
          </p>
          <ResultsTable results={results} />
        </>
      )}
    </>
  );
}
