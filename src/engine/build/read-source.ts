import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type NotUtf8, readUtf8 } from '../../sql/utf8.ts';
import { csvToSeed } from './csv-to-seed.ts';
import { dumpToSeed } from './dump-to-seed.ts';

/** A place in a file that a dataset is made from, and what is wrong there. */
export interface SourceFault {
  readonly file: string;
  readonly line: number;
  readonly message: string;
  readonly fix: string;
}

/** What a dataset is built from: its SQL, with COPY sections where rows came from a dump or from CSV files. */
export interface DatasetSource {
  readonly name: string;
  /** The file that lines of `seed` are lines of. */
  readonly seedFile: string;
  readonly seed: string;
  /** How far `seedFile` has been pushed down by what stands before it in `seed`, in lines. */
  readonly linesBefore?: number;
  /** Why it cannot be built at all. */
  readonly faults?: readonly SourceFault[];
  /** What of the files was left out, in words. */
  readonly left?: readonly string[];
}

interface Part {
  readonly seed: string;
  readonly faults: readonly SourceFault[];
  readonly left: readonly string[];
}

const NOTHING: Part = { seed: '', faults: [], left: [] };

function undecoded({ file, line, what, fix }: NotUtf8): Part {
  return { ...NOTHING, faults: [{ file, line, message: what, fix }] };
}

async function readDump(file: string): Promise<Part> {
  if (!existsSync(file)) return NOTHING;
  const { text, fault } = readUtf8(file, await readFile(file));
  if (fault) return undecoded(fault);
  const read = dumpToSeed(text);
  if (read.kind === 'ok') return { seed: read.seed, faults: [], left: read.left };
  const { line, what, fix } = read;
  return { ...NOTHING, faults: [{ file, line, message: what, fix }] };
}

async function readCsv(folder: string): Promise<Part> {
  if (!existsSync(folder)) return NOTHING;
  const names = (await readdir(folder)).filter((name) => name.endsWith('.csv')).sort();
  const parts = await Promise.all(
    names.map(async (name): Promise<Part> => {
      const file = join(folder, name);
      const { text, fault } = readUtf8(file, await readFile(file));
      if (fault) return undecoded(fault);
      const read = csvToSeed({ table: name.replace(/\.csv$/, ''), text });
      if (read.kind === 'ok') return { ...NOTHING, seed: read.seed };
      return { ...NOTHING, faults: [{ file, line: read.line, message: read.what, fix: read.fix }] };
    }),
  );
  return {
    seed: parts.map(({ seed }) => seed).join(''),
    faults: parts.flatMap(({ faults }) => faults),
    left: [],
  };
}

/**
 * Reads a dataset's folder: `csv/*.csv` and `dump.sql` first, `seed.sql` after them, so that a seed can add to, thin
 * out or key what came from elsewhere. Undefined where there is none of them.
 */
export async function readSource(folder: string, name: string): Promise<DatasetSource | undefined> {
  const [seedFile, dumpFile] = [join(folder, 'seed.sql'), join(folder, 'dump.sql')];
  const [hasSeed, hasDump] = [existsSync(seedFile), existsSync(dumpFile)];
  if (!hasSeed && !hasDump && !existsSync(join(folder, 'csv'))) return undefined;
  const [csv, dump] = [await readCsv(join(folder, 'csv')), await readDump(dumpFile)];
  const own = hasSeed ? await readFile(seedFile, 'utf8') : '';
  const before = csv.seed + (hasSeed ? `${dump.seed}${hasDump ? '\n' : ''}` : '');
  return {
    name,
    seedFile: hasSeed || !hasDump ? seedFile : dumpFile,
    seed: before + (hasSeed ? own : dump.seed),
    linesBefore: before.split('\n').length - 1,
    faults: [...csv.faults, ...dump.faults],
    left: dump.left,
  };
}
