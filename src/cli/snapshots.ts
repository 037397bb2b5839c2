import { EXIT, runCommand } from './exit.ts';
import { findPlaces } from './places.ts';
import { prepareEngine } from './prepare.ts';
import { formatProblem } from './problems.ts';

/** `npm run snapshots`: builds the engine's files and the datasets' snapshots where they are missing or out of date. */
await runCommand(async () => {
  const prepared = await prepareEngine(findPlaces(), (line) => console.log(line));
  if (prepared.kind === 'ok') {
    await prepared.engine.dispose();
    return EXIT.ok;
  }
  for (const problem of prepared.problems) console.error(formatProblem(problem));
  return EXIT.mistake;
});
