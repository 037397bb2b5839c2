import { parseArgs } from 'node:util';
import { UserMistake } from '../authoring/user-mistake.ts';
import { type EngineName, readEngineName } from './on-server/open-server.ts';

export interface GradeArgs {
  readonly id: string | undefined;
  readonly path: string | undefined;
  /** The folder of exports; then `id` and `path` are not used. */
  readonly class: string | undefined;
  readonly out: string | undefined;
  /** Databases at work at once; undefined: as many as the machine takes. */
  readonly lanes: number | undefined;
  readonly json: boolean;
  readonly help: boolean;
  readonly exercises: string | undefined;
  readonly engine: EngineName;
}

function readLanes(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const lanes = Number(text);
  if (!Number.isInteger(lanes) || lanes < 1 || lanes > 64)
    throw new UserMistake(`--lanes cannot be “${text}”`, 'write a whole number from 1 to 64');
  return lanes;
}

/** Reads the arguments of `grade`. Throws a mistake of the user’s where an option does not exist, or its value. */
export function readGradeArgs(args: readonly string[]): GradeArgs {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      class: { type: 'string' },
      out: { type: 'string' },
      lanes: { type: 'string' },
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
    class: values.class,
    out: values.out,
    lanes: readLanes(values.lanes),
    json: values.json,
    help: values.help,
    exercises: values.exercises,
    engine: readEngineName(values.engine),
  };
}
