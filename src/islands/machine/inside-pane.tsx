import { useId, useRef, useState } from 'react';
import { type HeapPage, heapPage } from '../../session/heap-page.ts';
import { type Inspectable, listInspectable } from '../../session/index-description.ts';
import { type InsideIndex, insideIndex } from '../../session/inside-index.ts';
import type { AskSubject } from '../../session/plan-grid.ts';
import type { Looked, Subject } from '../../session/throw-away.ts';
import './fields.css';
import { firstInspectable, newestIndex } from './first-inspectable.ts';
import { describeHeapChange } from './heap-text.ts';
import { HeapView } from './heap-view.tsx';
import { describeGrowth } from './inside-text.ts';
import { InsideView } from './inside-view.tsx';
import { LookPane } from './look-pane.tsx';

export interface InsidePaneProps {
  readonly ask: AskSubject;
  /** A change of it makes what is shown out of date. */
  readonly of: string;
  /** The SQL that the reader works on: what it made, and the tables that it names, are opened on first. */
  readonly about: string;
  readonly disabled: boolean;
}

type Seen =
  | { readonly kind: 'index'; readonly inside: InsideIndex; readonly before: InsideIndex | undefined }
  | { readonly kind: 'table'; readonly page: HeapPage; readonly before: HeapPage | undefined };

interface Wanted {
  readonly name: string;
  readonly find: string;
  readonly page: number;
  /** The reader chose it, or what is searched for in it: a look leaves it as it is. */
  readonly chosen: boolean;
}

const NOTHING: Wanted = { name: '', find: '', page: 0, chosen: false };

/** Values of an index's first columns as they are typed: one, or several with commas between. */
function valuesIn(find: string): readonly string[] {
  return find
    .split(',')
    .map((value) => value.trim())
    .filter((value) => value !== '');
}

/** What was seen before of the same index or page, so that the next look can tell what became of it. */
class Memory {
  private readonly indexes = new Map<string, InsideIndex>();
  private readonly pages = new Map<string, HeapPage>();

  ofIndex(inside: InsideIndex): Seen {
    const last = this.indexes.get(inside.index.name);
    this.indexes.set(inside.index.name, inside);
    const before = last && describeGrowth(last, inside).length > 0 ? last : undefined;
    return { kind: 'index', inside, before };
  }

  ofPage(page: HeapPage): Seen {
    const key = `${page.table} ${page.block}`;
    const last = this.pages.get(key);
    this.pages.set(key, page);
    const before = last && describeHeapChange(last, page).length > 0 ? last : undefined;
    return { kind: 'table', page, before };
  }
}

async function lookInside(
  subject: Subject,
  memory: Memory,
  chosen: Inspectable,
  { find, page }: Wanted,
): Promise<Looked<Seen>> {
  if (chosen.kind === 'index') {
    const seen = await insideIndex(subject, chosen.name, valuesIn(find));
    return seen.kind === 'none' ? seen : { kind: 'ok', found: memory.ofIndex(seen.found) };
  }
  const seen = await heapPage(subject, chosen.name, page);
  return seen.kind === 'none' ? seen : { kind: 'ok', found: memory.ofPage(seen.found) };
}

interface FormProps {
  readonly list: readonly Inspectable[];
  readonly wanted: Wanted;
  readonly onWanted: (wanted: Wanted) => void;
}

/** Which index or table, and where in it. */
function InsideForm({ list, wanted, onWanted }: FormProps) {
  const id = useId();
  const chosen = list.find(({ name }) => name === wanted.name);
  if (chosen === undefined) return null;
  return (
    <div className="pw-machine-fields">
      <label htmlFor={`${id}what`}>
        Index or table
        <select
          id={`${id}what`}
          value={wanted.name}
          onChange={(event) => onWanted({ ...NOTHING, name: event.target.value, chosen: true })}
        >
          {list.map(({ name, kind, pages }) => (
            <option key={name} value={name}>
              {kind === 'index' ? '\u00a0\u00a0' : ''}
              {name}, {pages} {pages === 1 ? 'page' : 'pages'}
            </option>
          ))}
        </select>
      </label>
      {chosen.kind === 'index' ? (
        <label htmlFor={`${id}find`}>
          Search for (commas between columns)
          <input
            id={`${id}find`}
            value={wanted.find}
            spellCheck={false}
            autoComplete="off"
            onChange={(event) => onWanted({ ...wanted, find: event.target.value, chosen: true })}
          />
        </label>
      ) : (
        <label htmlFor={`${id}page`}>
          Page
          <input
            id={`${id}page`}
            type="number"
            min={0}
            max={Math.max(0, chosen.pages - 1)}
            value={wanted.page}
            onChange={(event) =>
              onWanted({ ...wanted, page: Math.max(0, event.target.valueAsNumber || 0), chosen: true })
            }
          />
        </label>
      )}
    </div>
  );
}

/** Indexes and tables as they lie in their pages. Looking again after a change tells what it did. */
export function InsidePane({ ask, of, about, disabled }: InsidePaneProps) {
  const [list, setList] = useState<readonly Inspectable[]>([]);
  const [wanted, setWanted] = useState<Wanted>(NOTHING);
  const memory = useRef<Memory>(undefined);
  memory.current ??= new Memory();
  const look = () =>
    ask(async (subject): Promise<Looked<Seen>> => {
      const listed = await listInspectable(subject);
      if (listed.kind === 'none') return listed;
      const newest = await newestIndex(subject);
      if (newest.kind === 'none') return newest;
      setList(listed.found);
      const before = wanted.chosen ? listed.found.find(({ name }) => name === wanted.name) : undefined;
      const chosen = before ?? firstInspectable(listed.found, about, newest.found);
      if (chosen === undefined || !memory.current)
        return { kind: 'none', message: 'There is no table here yet: create one and look again.' };
      const next = chosen.name === wanted.name ? wanted : { ...NOTHING, name: chosen.name };
      setWanted(next);
      return lookInside(subject, memory.current, chosen, next);
    });
  return (
    <>
      <InsideForm list={list} wanted={wanted} onWanted={setWanted} />
      <LookPane
        action="Look inside"
        about="The pages of an index from its root down, or a page of a table, as they lie in the file."
        of={of}
        disabled={disabled}
        look={look}
        show={(seen) =>
          seen.kind === 'index' ? (
            <InsideView inside={seen.inside} before={seen.before} />
          ) : (
            <HeapView page={seen.page} before={seen.before} />
          )
        }
      />
    </>
  );
}
