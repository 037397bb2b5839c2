import { useId, useState } from 'react';
import { formatBytes } from '../../plan/format-figures.ts';
import type { Looked } from '../../session/throw-away.ts';
import type { WhatIf } from '../../session/what-if.ts';
import { faultSentence } from '../faults/fault-text.ts';
import { DrawnPlan } from '../plan/drawn-plan.tsx';
import './machine.css';
import './what-if.css';

export interface WhatIfFormProps {
  /** What the field says before anything is typed. */
  readonly placeholder: string;
  readonly ask: (ddl: string) => Promise<Looked<WhatIf>>;
  readonly disabled?: boolean;
}

function sayUse({ used, index, before, after }: WhatIf): string {
  const size = `The index takes ${formatBytes(index.bytes)}.`;
  if (used) return `PostgreSQL would use it. ${size}`;
  const same =
    after.root.totalCost === before.root.totalCost ? 'the plan stays as it is' : 'no scan reads it';
  return `PostgreSQL would not use it: ${same}. ${size}`;
}

/** Two equal plans side by side say nothing. */
function isChanged({ used, before, after }: WhatIf): boolean {
  return used || before.root.totalCost !== after.root.totalCost;
}

function refusalOf(thrown: unknown): Looked<WhatIf> {
  return { kind: 'none', message: faultSentence(thrown) };
}

/** A field for an index that is made, tried and taken back. */
export function WhatIfForm({ placeholder, ask, disabled }: WhatIfFormProps) {
  const [ddl, setDdl] = useState('');
  const [busy, setBusy] = useState(false);
  const [answer, setAnswer] = useState<Looked<WhatIf>>();
  const field = useId();
  const still = disabled || busy || ddl.trim() === '';
  const submit = async () => {
    if (still) return;
    setBusy(true);
    setAnswer(await ask(ddl).catch(refusalOf));
    setBusy(false);
  };
  return (
    <form
      className="pw-machine pw-what-if"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <label htmlFor={field}>What if there were this index?</label>
      <div className="pw-what-if-bar">
        <input
          id={field}
          value={ddl}
          placeholder={placeholder}
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          onChange={(event) => setDdl(event.target.value)}
        />
        <button type="submit" className="pw-button" aria-disabled={still || undefined}>
          Try it
        </button>
      </div>
      <div role="status">
        {busy && <p className="pw-eyebrow">Making the index and planning with it</p>}
        {answer?.kind === 'none' && <p className="pw-notice">{answer.message}</p>}
        {answer?.kind === 'ok' && <p className="pw-machine-lead">{sayUse(answer.found)}</p>}
      </div>
      {answer?.kind === 'ok' && isChanged(answer.found) && (
        <DrawnPlan
          before={answer.found.before}
          plan={answer.found.after}
          titles={['Without it', 'With it']}
        />
      )}
    </form>
  );
}
