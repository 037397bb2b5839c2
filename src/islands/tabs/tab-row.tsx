import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useLive } from '../use-live.ts';
import { markSides } from './mark-sides.ts';
import { tabByKey } from './tab-by-key.ts';
import './tab-row.css';

export interface Tab {
  /** Distinguishes it from the others of its row. */
  readonly name: string;
  readonly label: string;
  readonly id: string;
  /** Id of what it shows. */
  readonly controls: string;
}

export interface TabRowProps {
  readonly label: string;
  readonly tabs: readonly Tab[];
  readonly shown: string;
  readonly onShow: (name: string) => void;
}

/** Scrolls the row, and nothing but the row, to a tab of it: the page stays where the reader is. */
function showIn(row: HTMLElement, tab: Element): void {
  const [place, seen] = [tab.getBoundingClientRect(), row.getBoundingClientRect()];
  row.scrollLeft += Math.min(0, place.left - seen.left) + Math.max(0, place.right - seen.right);
}

/** A row of tabs. Arrow keys, Home and End move between them; where there is no room for all, it scrolls sideways. */
export function TabRow({ label, tabs, shown, onShow }: TabRowProps) {
  const live = useLive();
  const row = useRef<HTMLDivElement>(null);
  const began = useRef(shown);
  useEffect(() => (row.current ? markSides(row.current) : undefined), []);
  useEffect(() => {
    if (shown === began.current) return;
    const tab = row.current?.querySelector('[aria-selected="true"]');
    if (row.current && tab) showIn(row.current, tab);
  }, [shown]);
  const move = (event: KeyboardEvent) => {
    const at = tabs.findIndex(({ name }) => name === shown);
    const to = tabByKey(event.key, at, tabs.length);
    const tab = to === undefined ? undefined : tabs[to];
    if (to === undefined || tab === undefined) return;
    event.preventDefault();
    onShow(tab.name);
    row.current?.querySelectorAll('button')[to]?.focus();
  };
  return (
    <div className="pw-tabs" role="tablist" aria-label={label} ref={row} onKeyDown={move}>
      {tabs.map(({ name, label: text, id, controls }) => (
        <button
          key={name}
          type="button"
          role="tab"
          id={id}
          aria-controls={controls}
          aria-selected={name === shown}
          className="pw-tab"
          disabled={!live}
          tabIndex={name === shown ? 0 : -1}
          onClick={() => onShow(name)}
        >
          {text}
        </button>
      ))}
    </div>
  );
}
