import type { DatasetRef } from '../../engine/engine.ts';
import type { Lab } from '../../session/lab.ts';
import type { Wait } from '../commands/wait-line.tsx';
import { openLab } from '../lab.ts';
import { type LessonLab, makeLessonLab } from './lesson-lab.ts';
import { listBlocks } from './read-blocks.ts';
import { makeRelay, type Relay } from './relay.ts';

/** A database of the page, and who is told when it has opened or is gone. */
export interface PageLab {
  readonly lab: LessonLab;
  readonly watch: (listener: (opened: boolean) => void) => void;
  /** What its opening waits for, beside what the engine says. */
  readonly watchWait: (listener: (wait: Wait | undefined) => void) => void;
}

const labs = new Map<string, PageLab>();

/** Tables that any of the page's SQLite blocks on a dataset names: one database serves them all. */
function tablesCopied(dataset: string): readonly string[] {
  const named = listBlocks()
    .filter((block) => block.dataset.engine === 'sqlite' && block.dataset.dataset === dataset)
    .flatMap((block) => (block.dataset.tables ?? '').split(' ').filter(Boolean));
  return [...new Set(named)];
}

async function openFor(block: HTMLElement, ref: DatasetRef, waits: Relay<Wait | undefined>): Promise<Lab> {
  if (block.dataset.engine === undefined) return openLab(ref);
  const { openSqliteLab, waitForCopying } = await import('./sqlite-lab.ts');
  return openSqliteLab(ref, tablesCopied(ref.name), (copying) => waits.say(waitForCopying(copying)));
}

/** The database that a block runs on, which the page's blocks on the same engine and data share. */
export function labFor(block: HTMLElement): PageLab {
  const { dataset = '', extensions = '', engine = '' } = block.dataset;
  const key = `${engine} ${dataset} ${extensions}`;
  const found = labs.get(key);
  if (found !== undefined) return found;
  const ref: DatasetRef =
    extensions === '' ? { name: dataset } : { name: dataset, extensions: extensions.split(' ') };
  // A block further down the page gets its runner when it comes near: the database may have opened long before.
  const opened = makeRelay(false);
  const waits = makeRelay<Wait | undefined>(undefined);
  const open = async () => {
    const lab = await openFor(block, ref, waits);
    lab.watch(opened.say);
    return lab;
  };
  const made = { lab: makeLessonLab(open), watch: opened.watch, watchWait: waits.watch };
  labs.set(key, made);
  return made;
}
