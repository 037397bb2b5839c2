import { type ReactNode, Suspense, useState } from 'react';
import { ErrorBoundary } from 'react-error-boundary';
import { TabRow } from '../tabs/tab-row.tsx';
import { loadAgain } from './late.tsx';
import { NotDrawn } from './not-drawn.tsx';
import './panes.css';

/** One of several panes, of which one is shown. */
export interface Pane<Name extends string> {
  readonly name: Name;
  readonly label: string;
  readonly content: ReactNode;
  /** Rendered only once it was shown, and kept from then on. */
  readonly late?: boolean;
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

/** The names that were shown so far. */
function useSeen<Name extends string>(shown: Name): ReadonlySet<Name> {
  const [seen, setSeen] = useState<ReadonlySet<Name>>(new Set([shown]));
  if (!seen.has(shown)) setSeen(new Set([...seen, shown]));
  return seen;
}

/** A tab for each pane; each pane keeps its state while another is shown. */
export function Panes<Name extends string>({ id, panes, shown, onShow, of }: PanesProps<Name>) {
  const seen = useSeen(shown);
  const tabs = panes.map(({ name, label }) => ({
    name,
    label,
    id: `${id}-tab-${name}`,
    controls: `${id}-pane-${name}`,
  }));
  const show = (name: string) => {
    const pane = panes.find((other) => other.name === name);
    if (pane) onShow(pane.name);
  };
  return (
    <>
      {/* What stands in a pane has headings of its own, which belong under one. */}
      <h2 className="pw-sr">Output</h2>
      <div className="pw-panes-tabs">
        <TabRow label="What to show" tabs={tabs} shown={shown} onShow={show} />
      </div>
      {panes.map(({ name, label, content, late }) => (
        <section
          key={name}
          id={`${id}-pane-${name}`}
          className="pw-panes-pane"
          role="tabpanel"
          aria-label={label}
          hidden={name !== shown}
        >
          <ErrorBoundary fallback={<NotDrawn />} resetKeys={[of, shown]} onReset={loadAgain}>
            <Suspense fallback={<p className="pw-eyebrow">Loading</p>}>
              {late && !seen.has(name) ? null : content}
            </Suspense>
          </ErrorBoundary>
        </section>
      ))}
    </>
  );
}
