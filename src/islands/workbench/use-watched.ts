import { startTransition, useEffect, useState } from 'react';
import type { Report } from '../../grader/report.ts';
import { type RunKey, runOfCheck } from './plan-comparisons.ts';

/**
 * The run whose plan is shown, which the panes that look into the machine take as well. A check that did not pass shows
 * the run that it is about; else what was chosen stays.
 */
export function useWatched(report: Report | undefined) {
  const [watched, watch] = useState<RunKey>();
  useEffect(() => {
    const failed = report?.checks.map((check) => runOfCheck(report, check)).find((run) => run !== undefined);
    if (failed) startTransition(() => watch(failed));
  }, [report]);
  return { watched, watch };
}
