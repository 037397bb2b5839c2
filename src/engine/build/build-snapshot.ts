import { PGlite } from '@electric-sql/pglite';
import { loadParser } from '../../sql/parse.ts';
import { contentsOf, type RelationContents } from '../relations.ts';
import { startOptions } from '../snapshot-fs.ts';
import { type Image, type ImageFile, readBoot, restoreBoot } from '../snapshot-image.ts';
import { captureProcess } from './capture-process.ts';
import { type Captures, CapturingFs, CapturingSnapshotFs } from './captured-files.ts';
import { bootBlock, type PackedFile, packFiles } from './pack-image.ts';
import { readSeedScript, type SeedStep } from './seed-script.ts';
import { DROP_SKEW, SKEW_FUNCTIONS, usesSkew } from './skew-functions.ts';

/** Settings burnt in at initdb: little WAL, and the same WAL bytes for the same write, whenever it runs. */
const INITDB_FLAGS = [
  '--wal-segsize=1',
  ...Object.entries({
    min_wal_size: '2MB',
    max_wal_size: '2MB',
    wal_recycle: 'off',
    wal_init_zero: 'off',
    wal_level: 'minimal',
    max_wal_senders: '0',
    full_page_writes: 'off',
  }).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
];

/** ANALYZE samples 300 rows for each unit of the statistics target; 10,000 is the most PostgreSQL takes. */
const ROWS_PER_TARGET = 300;
const LEAST_TARGET = 100;
const MOST_TARGET = 10_000;

export interface TableSize {
  readonly name: string;
  readonly rows: number;
  /** Pages of 8 kB. */
  readonly pages: number;
}

export interface Snapshot {
  /** The image's two blocks. */
  readonly boot: Uint8Array<ArrayBuffer>;
  readonly relations: Uint8Array<ArrayBuffer>;
  readonly statisticsTarget: number;
  readonly tables: readonly TableSize[];
}

/** The author's seed is wrong: which statement, and what PostgreSQL said. */
export class SeedError extends Error {
  readonly offset: number;
  constructor(message: string, offset: number) {
    super(message);
    this.name = 'SeedError';
    this.offset = offset;
  }
}

async function runStep(db: PGlite, step: SeedStep): Promise<void> {
  try {
    if (step.kind === 'sql') await db.exec(step.text);
    else await db.query(`copy ${step.into} from '/dev/blob'`, [], { blob: new Blob([step.data]) });
  } catch (thrown) {
    throw new SeedError(thrown instanceof Error ? thrown.message : String(thrown), step.offset);
  }
}

async function runSeed(db: PGlite, seed: string): Promise<void> {
  await loadParser();
  const script = readSeedScript(seed);
  if (script.kind === 'error') throw new SeedError(script.message, script.offset);
  const skewed = usesSkew(seed);
  if (skewed) for (const { sql } of SKEW_FUNCTIONS) await db.exec(sql);
  for (const step of script.steps) await runStep(db, step);
  if (!skewed) return;
  for (const sql of DROP_SKEW) await runStep(db, { kind: 'sql', text: sql, offset: seed.length });
}

async function measureTables(db: PGlite): Promise<TableSize[]> {
  const { rows } = await db.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'm') and c.relispopulated and n.nspname = 'public' order by 1`,
  );
  const sizes: TableSize[] = [];
  for (const { name } of rows) {
    const size = await db.query<{ rows: number; pages: number }>(
      `select count(*)::int as rows, (pg_relation_size('public."${name}"') / 8192)::int as pages from public."${name}"`,
    );
    const first = size.rows[0];
    if (first) sizes.push({ name, ...first });
  }
  return sizes;
}

/**
 * PGlite does not export what the conversions between encodings call, and ends where one is used; of all 128 Latin-1 to
 * UTF-8 alone needs nothing. Where there is no conversion, PostgreSQL says so.
 */
const DROP_CONVERSIONS = `set allow_system_table_mods = on;
delete from pg_catalog.pg_conversion where conname <> 'iso_8859_1_to_utf8';
reset allow_system_table_mods`;

async function dropTemplates(db: PGlite): Promise<void> {
  await db.exec(`update pg_database set datistemplate = false where datname in ('template0', 'template1')`);
  await db.exec('drop database template0');
  await db.exec('drop database template1');
}

async function removeWal(db: PGlite): Promise<void> {
  await db.exec('checkpoint');
  await db.exec('checkpoint');
}

/** The statistics target at which ANALYZE reads every row of a table of this size, with a tenth to grow. */
export function statisticsTargetFor(rows: number): number {
  return Math.min(MOST_TARGET, Math.max(LEAST_TARGET, Math.ceil((rows * 1.1) / ROWS_PER_TARGET)));
}

/** A snapshot that others are built on: its image's two blocks, the first restored, the second as it is stored. */
export interface Base {
  readonly boot: Uint8Array;
  readonly relations: ArrayBuffer;
}

/** A PostgreSQL whose data directory is an image once it was closed. */
interface Opened {
  readonly db: PGlite;
  readonly fs: Captures;
  /** A file as it is stored in the snapshot that this began as. */
  readonly packedBefore: (path: string) => PackedFile | undefined;
}

async function initialise(): Promise<Opened> {
  const fs = new CapturingFs();
  const db = await PGlite.create({ fs, initDbStartParams: INITDB_FLAGS, ...startOptions(LEAST_TARGET) });
  await db.exec(DROP_CONVERSIONS);
  await dropTemplates(db);
  return { db, fs, packedBefore: () => undefined };
}

function packedIn({ boot, relations }: Base, contents: RelationContents): Opened['packedBefore'] {
  const later = new Map(readBoot(boot).later.map((file) => [file.path, file]));
  return (path) => {
    const file = later.get(path);
    if (!file) return undefined;
    const { offset, packed, delta } = file;
    return { contents: contents(file), delta, bytes: new Uint8Array(relations, offset, packed) };
  };
}

async function openBase(base: Base): Promise<Opened> {
  const fs = new CapturingSnapshotFs(base.boot, { resume: true });
  const relations = { bytes: base.relations, packed: true };
  await fs.complete(relations);
  const db = await PGlite.create({ fs, ...startOptions(LEAST_TARGET) });
  return { db, fs, packedBefore: packedIn(base, await contentsOf(relations)) };
}

/**
 * Builds a dataset's snapshot: seed, exact statistics, all-visible pages, clean shutdown, and a start on what that left.
 * It begins as `base`, or with initdb, which takes as long as all of this does for a small seed.
 * Throws a SeedError when the seed is the author's mistake. About 5 s and 0.6 GB for 30 MB of data.
 */
export async function buildSnapshot(seed: string, base?: Base): Promise<Snapshot> {
  const { db, fs, packedBefore } = await (base ? openBase(base) : initialise());
  await runSeed(db, seed);
  const tables = await measureTables(db);
  const largest = Math.max(0, ...tables.map((table) => table.rows));
  const target = statisticsTargetFor(largest);
  await db.exec(`set default_statistics_target = ${target}`);
  await db.exec('vacuum (freeze, analyze)');
  await removeWal(db);
  await db.close();
  const files = await packFiles(imageOf(fs), isLater, packedBefore);
  const clean = bootBlock(files);
  restoreBoot(clean);
  const boot = bootBlock(files, await captureProcess(clean, files.relations.buffer, target));
  return { boot, relations: files.relations, statisticsTarget: target, tables };
}

const PAGE = 8192;

/** A PostgreSQL that has started has read what it needs: files come later, but for those that are smaller packed together. */
function isLater({ bytes }: ImageFile): boolean {
  return bytes.length > PAGE;
}

function imageOf(fs: Captures): Image {
  if (!fs.image) throw new Error('PGlite closed without handing over its files');
  return fs.image;
}
