import { type KeyboardEvent, type ReactNode, useRef } from 'react';

export type PaneName = 'results' | 'plan' | 'pages' | 'why-not' | 'history';

export const PANES: readonly { readonly name: PaneName; readonly label: string }[] = [
  { name: 'results', label: 'Results' },
  { name: 'plan', label: 'Plan' },
  { name: 'pages', label: 'Pages' },
  { name: 'why-not', label: 'Why not?' },
  { name: 'history', label: 'History' },
];

export interface PanesProps {
  readonly shown: PaneName;
  readonly onShow: (name: PaneName) => void;
  readonly content: Readonly<Record<PaneName, ReactNode>>;
}

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };

/** What a run gave, a tab each; every pane keeps its state while another is shown. */
export function Panes({ shown, onShow, content }: PanesProps) {
  const list = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (step === undefined) return;
    const at = PANES.findIndex(({ name }) => name === shown);
    const to = (at + step + PANES.length) % PANES.length;
    const pane = PANES[to];
    if (!pane) return;
    event.preventDefault();
    onShow(pane.name);
    list.current?.querySelectorAll('button')[to]?.focus();
  };
  return (
    <div className="pw-play-output">
      <div className="pw-play-tabs" role="tablist" aria-label="What to show" ref={list} onKeyDown={move}>
        {PANES.map(({ name, label }) => (
          <button
            key={name}
            type="button"
            role="tab"
            className="pw-tab"
            id={`pw-play-tab-${name}`}
            aria-controls={`pw-play-${name}`}
            aria-selected={name === shown}
            tabIndex={name === shown ? 0 : -1}
            onClick={() => onShow(name)}
          >
            {label}
          </button>
        ))}
      </div>
      {PANES.map(({ name, label }) => (
        <section
          key={name}
          id={`pw-play-${name}`}
          className="pw-play-pane"
          aria-label={label}
          hidden={name !== shown}
        >
          {content[name]}
        </section>
      ))}
    </div>
  );
}
