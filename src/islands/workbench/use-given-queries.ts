import { useEffect, useRef } from 'react';
import type { Exercise } from '../../exercise/exercise.ts';
import { bindParams } from '../../session/bind-params.ts';
import { givenRun } from '../../session/preview.ts';

/** A query of the workload as text that runs by itself, with the parameters it is first shown with. */
function givenQuery(exercise: Exercise, id: string | undefined): string | undefined {
  const query = id === undefined ? undefined : givenRun(exercise, id);
  return query && bindParams(query.sql, query.params, []);
}

/** Gives the buttons beside the task's queries their work; until then they are disabled. */
export function useGivenQueries(exercise: Exercise, onRun: (sql: string) => void): void {
  const latest = useRef(onRun);
  latest.current = onRun;
  useEffect(() => {
    const left = new AbortController();
    for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-run-query]')) {
      const sql = givenQuery(exercise, button.dataset.runQuery);
      if (sql === undefined) continue;
      button.disabled = false;
      button.addEventListener('click', () => latest.current(sql), { signal: left.signal });
    }
    return () => left.abort();
  }, [exercise]);
}
