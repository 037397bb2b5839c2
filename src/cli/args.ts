import { parseArgs } from 'node:util';
import { type EngineName, readEngineName } from './on-server/open-server.ts';

/** What `npm run check` was asked for. */
export interface CheckArgs {
  readonly ids: readonly string[];
  readonly json: boolean;
  readonly help: boolean;
  /** Lessons only, and only those whose figures are missing or out of date. */
  readonly figures: boolean;
  /** What the files show, and nothing that needs a database. */
  readonly files: boolean;
  readonly watch: boolean;
  readonly engine: EngineName;
}

/** The words of `npm run check`. Throws where an option is none, or an engine. */
export function readCheckArgs(args: readonly string[]): CheckArgs {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
      figures: { type: 'boolean', default: false },
      files: { type: 'boolean', default: false },
      watch: { type: 'boolean', default: false },
      engine: { type: 'string', default: 'pglite' },
    },
  });
  return { ids: positionals, ...values, engine: readEngineName(values.engine) };
}
