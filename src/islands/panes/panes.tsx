import { type KeyboardEvent, type ReactNode, Suspense, useRef, useState } from 'react';
import { ErrorBoundary } from 'react-error-boundary';
import { NotDrawn } from './not-drawn.tsx';
import './panes.css';

/** One of several panes, of which one is shown. */
export interface Pane<Name extends string> {
  readonly name: Name;
  readonly label: string;
  readonly content: ReactNode;
  /** Rendered only once it was shown, and kept from then on. */
  readonly late?: boolean;
  /** True where a screen reader is to be told of changes. */
  readonly spoken?: boolean;
}

export interface PanesProps<Name extends string> {
  /** Distinguishes the ids of this set from others on the page. */
  readonly id: string;
  readonly panes: readonly Pane<Name>[];
  readonly shown: Name;
  readonly onShow: (name: Name) => void;
  /** A change of it lets a pane that failed to be drawn try again. */
  readonly of?: unknown;
}

const STEPS: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowRight: (at, count) => (at + 1) % count,
  ArrowLeft: (at, count) => (at - 1 + count) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** A tab for each pane. Arrow keys, Home and End move between them; each pane keeps its state while another is shown. */
export function Panes<Name extends string>({ id, panes, shown, onShow, of }: PanesProps<Name>) {
  const list = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState<ReadonlySet<Name>>(new Set([shown]));
  if (!seen.has(shown)) setSeen(new Set([...seen, shown]));
  const move = (event: KeyboardEvent) => {
    const at = panes.findIndex(({ name }) => name === shown);
    const to = STEPS[event.key]?.(at, panes.length);
    const pane = to === undefined ? undefined : panes[to];
    if (to === undefined || pane === undefined) return;
    event.preventDefault();
    onShow(pane.name);
    list.current?.querySelectorAll('button')[to]?.focus();
  };
  return (
    <>
      <div className="pw-panes-tabs" role="tablist" aria-label="What to show" ref={list} onKeyDown={move}>
        {panes.map(({ name, label }) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={`${id}-tab-${name}`}
            className="pw-panes-tab"
            aria-selected={name === shown}
            aria-controls={`${id}-pane-${name}`}
            tabIndex={name === shown ? 0 : -1}
            onClick={() => onShow(name)}
          >
            {label}
          </button>
        ))}
      </div>
      {panes.map(({ name, label, content, late, spoken }) => (
        <section
          key={name}
          id={`${id}-pane-${name}`}
          className="pw-panes-pane"
          aria-label={label}
          hidden={name !== shown}
          aria-live={spoken ? 'polite' : undefined}
        >
          <ErrorBoundary fallback={<NotDrawn />} resetKeys={[of, shown]}>
            <Suspense fallback={<p className="pw-eyebrow">Loading</p>}>
              {late && !seen.has(name) ? null : content}
            </Suspense>
          </ErrorBoundary>
        </section>
      ))}
    </>
  );
}
