import { type ReactNode, useId } from 'react';
import { CopyButton } from '../results/copy-button.tsx';
import { TabRow } from '../tabs/tab-row.tsx';

interface PlanTab {
  readonly name: string;
  readonly content: () => ReactNode;
  /** What copying it puts on the clipboard, and what that is called. */
  readonly copy: { readonly what: string; readonly text: () => string };
}

interface Props {
  readonly label: string;
  readonly tabs: readonly PlanTab[];
  readonly shown: string;
  readonly onShow: (name: string) => void;
}

/** Tabs of which one panel is on the page, with what it takes to copy it. */
export function PlanTabs({ label, tabs, shown, onShow }: Props) {
  const id = useId();
  const panel = `${id}-panel`;
  const open = tabs.find(({ name }) => name === shown) ?? tabs[0];
  if (open === undefined) return null;
  const row = tabs.map(({ name }) => ({ name, label: name, id: `${id}-tab-${name}`, controls: panel }));
  return (
    <>
      <div className="pw-plan-views">
        <TabRow label={label} tabs={row} shown={open.name} onShow={onShow} />
        <CopyButton key={open.name} label={`Copy ${open.copy.what}`} text={open.copy.text} />
      </div>
      <div role="tabpanel" id={panel} aria-labelledby={`${id}-tab-${open.name}`}>
        {open.content()}
      </div>
    </>
  );
}
