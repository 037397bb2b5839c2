import { parseArgs } from 'node:util';

export interface CheckArgs {
  readonly ids: readonly string[];
  readonly json: boolean;
  readonly help: boolean;
  /** Lessons only, and only those whose figures are missing or out of date. */
  readonly figures: boolean;
}

export function readCheckArgs(args: readonly string[]): CheckArgs {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
      figures: { type: 'boolean', default: false },
    },
  });
  return { ids: positionals, ...values };
}

export interface GradeArgs {
  readonly id: string | undefined;
  readonly path: string | undefined;
  readonly json: boolean;
  readonly help: boolean;
  readonly exercises: string | undefined;
  readonly engine: string;
}

export function readGradeArgs(args: readonly string[]): GradeArgs {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
      exercises: { type: 'string' },
      engine: { type: 'string', default: 'pglite' },
    },
  });
  const [id, path] = positionals;
  return {
    id,
    path,
    json: values.json,
    help: values.help,
    exercises: values.exercises,
    engine: values.engine,
  };
}
