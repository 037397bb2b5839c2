import type { DatasetRef, Engine } from '../engine/engine.ts';
import { type KeptCopy, keepCopy } from './kept-copy.ts';
import { findBlocksBefore, type OrderedBlock } from './steps-before.ts';
import { describeFailure, type Looked, onThrowAway, type Subject } from './throw-away.ts';

/** A block of a lesson, as far as a picture of it needs to be known. */
export interface LookBlock extends OrderedBlock {
  readonly caption: string;
  readonly sql: string;
  /** Where it is not the lesson's. */
  readonly dataset?: string;
}

/** Where a lesson's blocks run. */
export interface LookPlace {
  readonly engine: Engine;
  readonly dataset: DatasetRef;
  readonly blocks: readonly LookBlock[];
}

/** A database for a block: which one, and how a fresh copy of it is brought to where the block begins. */
interface BlockStart {
  readonly block: LookBlock;
  readonly dataset: DatasetRef;
  prepare(subject: Subject): Promise<Looked<undefined>>;
}

function startOf(
  { dataset, blocks }: LookPlace,
  id: string,
  extensions: readonly string[],
): Looked<BlockStart> {
  const block = blocks.find((other) => other.id === id);
  if (block === undefined) return { kind: 'none', message: `No block of this page is called “${id}”.` };
  const home = (other: LookBlock) => other.dataset ?? dataset.name;
  const beside = blocks.filter((other) => home(other) === home(block));
  const all = [...new Set([...(dataset.extensions ?? []), ...extensions])];
  const prepare = async (subject: Subject): Promise<Looked<undefined>> => {
    for (const before of findBlocksBefore(id, beside)) {
      const run = await subject.run(before.sql);
      if (run.kind !== 'ok')
        return { kind: 'none', message: `“${before.caption}” has to run first. ${describeFailure(run)}` };
    }
    return { kind: 'ok', found: undefined };
  };
  return {
    kind: 'ok',
    found: { block, dataset: { ...dataset, name: home(block), extensions: all }, prepare },
  };
}

/** Opens a copy on which what a block needs has run, and hands it over with the block. */
async function onCopy<Found>(
  place: LookPlace,
  id: string,
  extensions: readonly string[],
  look: (subject: Subject, block: LookBlock) => Promise<Looked<Found>>,
): Promise<Looked<Found>> {
  const start = startOf(place, id, extensions);
  if (start.kind === 'none') return start;
  const { block, dataset, prepare } = start.found;
  return onThrowAway(place.engine, dataset, '', async (subject) => {
    const ready = await prepare(subject);
    return ready.kind === 'none' ? ready : look(subject, block);
  });
}

/** Runs a block's statements but the last, and gives that one's text. */
async function runLead(subject: Subject, { sql }: LookBlock): Promise<Looked<string>> {
  const parsed = await subject.parse(sql);
  if (parsed.kind === 'syntax-error') return { kind: 'none', message: `${parsed.error.message}.` };
  const last = parsed.statements.at(-1);
  if (last === undefined) return { kind: 'none', message: 'There is no statement in the block.' };
  const lead = parsed.statements.length > 1 ? await subject.run(sql.slice(0, last.start)) : undefined;
  if (lead !== undefined && lead.kind !== 'ok') return { kind: 'none', message: describeFailure(lead) };
  return { kind: 'ok', found: sql.slice(last.start) };
}

/** Looks with a block's last statement, after what the block needs and its other statements ran on a fresh copy. */
export async function atLastStatement<Found>(
  place: LookPlace,
  id: string,
  extensions: readonly string[],
  look: (subject: Subject, last: string) => Promise<Looked<Found>>,
): Promise<Looked<Found>> {
  return onCopy(place, id, extensions, async (subject, block) => {
    const last = await runLead(subject, block);
    return last.kind === 'none' ? last : look(subject, last.found);
  });
}

/** A copy that stays at a block's last statement while it is asked about, or why there is none. */
export function keepAtBlock(place: LookPlace, id: string): Looked<KeptCopy> {
  const start = startOf(place, id, []);
  if (start.kind === 'none') return start;
  const { block, dataset, prepare } = start.found;
  const copy = keepCopy(place.engine, dataset, async (subject) => {
    const ready = await prepare(subject);
    return ready.kind === 'none' ? ready : runLead(subject, block);
  });
  return { kind: 'ok', found: copy };
}

export interface BeforeAndAfter<Found> {
  /** Undefined where only what is there afterwards was asked for. */
  readonly before: Found | undefined;
  readonly after: Found;
}

/** Looks after a block ran on a fresh copy, and with `change` also just before it did. */
export async function aroundBlock<Found>(
  place: LookPlace,
  { of, change }: { readonly of: string; readonly change: boolean },
  extensions: readonly string[],
  look: (subject: Subject) => Promise<Looked<Found>>,
): Promise<Looked<BeforeAndAfter<Found>>> {
  return onCopy(place, of, extensions, async (subject, { sql }) => {
    const before = change ? await look(subject) : undefined;
    if (before?.kind === 'none') return before;
    const run = await subject.run(sql);
    if (run.kind !== 'ok') return { kind: 'none', message: describeFailure(run) };
    const after = await look(subject);
    return after.kind === 'none'
      ? after
      : { kind: 'ok', found: { before: before?.found, after: after.found } };
  });
}
