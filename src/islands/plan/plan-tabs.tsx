import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react';
import { CopyButton } from '../results/copy-button.tsx';

interface Tab {
  readonly name: string;
  readonly content: () => ReactNode;
  /** What copying it puts on the clipboard, and what that is called. */
  readonly copy: { readonly what: string; readonly text: () => string };
}

interface Props {
  readonly label: string;
  readonly tabs: readonly Tab[];
  readonly shown: string;
  readonly onShow: (name: string) => void;
}

const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };

/** Tabs of which one panel is on the page. Arrow keys, Home and End move between them. */
export function PlanTabs({ label, tabs, shown, onShow }: Props) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const at = Math.max(
    0,
    tabs.findIndex(({ name }) => name === shown),
  );
  const open = tabs[at];
  const move = (event: KeyboardEvent) => {
    const step = steps[event.key];
    const to =
      event.key === 'Home'
        ? 0
        : event.key === 'End'
          ? tabs.length - 1
          : step && (at + step + tabs.length) % tabs.length;
    const tab = to === undefined ? undefined : tabs[to];
    if (tab === undefined || to === undefined) return;
    event.preventDefault();
    onShow(tab.name);
    list.current?.querySelectorAll('button')[to]?.focus();
  };
  return (
    <>
      <div className="pw-plan-views">
        <div className="pw-plan-tabs" role="tablist" aria-label={label} ref={list} onKeyDown={move}>
          {tabs.map(({ name }, index) => (
            <button
              key={name}
              type="button"
              role="tab"
              id={`${id}-tab-${index}`}
              aria-controls={`${id}-panel`}
              aria-selected={index === at}
              tabIndex={index === at ? 0 : -1}
              onClick={() => onShow(name)}
            >
              {name}
            </button>
          ))}
        </div>
        {open && <CopyButton key={open.name} label={`Copy ${open.copy.what}`} text={open.copy.text} />}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-tab-${at}`}>
        {open?.content()}
      </div>
    </>
  );
}
