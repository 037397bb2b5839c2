import { useState } from 'react';
import { saveFile } from '../save-file.ts';
import { writeFragment } from './link.ts';
import { formatSql, type Opened, openFile } from './open-file.ts';
import type { TextState } from './use-text.ts';

export interface TextCommands {
  /** A sentence about the last command, where there is something to say. */
  readonly said: string | undefined;
  /** True where that is that a file has to do. */
  readonly wantsFile: boolean;
  hush(): void;
  open(file: File): Promise<void>;
  format(): Promise<void>;
  copyLink(): Promise<void>;
  /** Hands the text over as a file. */
  save(): void;
  /** Whether the text as it stands was. */
  readonly isSaved: boolean;
}

const COPIED = 'The link is copied. The text is in the link itself and was sent nowhere.';

const TOO_LONG = 'This text is too long for a link. Save it as a file.';

const WROTE_ON = 'You went on writing, so the text was left as it is. Format it again.';

/** What is done with the text as a whole. A command that cannot be carried out says why and leaves the text alone. */
export function useTextCommands(draft: TextState): TextCommands {
  const [said, setSaid] = useState<string>();
  const [inFile, setInFile] = useState<string>();
  const take = (next: Opened, put: (text: string) => void) => {
    setSaid(next.kind === 'refused' ? next.message : undefined);
    if (next.kind === 'ok') put(next.text);
  };
  return {
    said,
    wantsFile: said === TOO_LONG,
    hush: () => setSaid(undefined),
    open: async (file) => take(await openFile(file), draft.bring),
    async format() {
      const asked = draft.now();
      const formatted = await formatSql(asked);
      if (draft.now() === asked) take(formatted, draft.replace);
      else setSaid(WROTE_ON);
    },
    async copyLink() {
      const fragment = writeFragment({ dataset: draft.dataset, text: draft.now() });
      if (fragment === undefined) return setSaid(TOO_LONG);
      // What is kept later takes the link out of the address again.
      draft.settle();
      history.replaceState(null, '', `${location.pathname}${fragment}`);
      const done = await navigator.clipboard?.writeText(location.href).then(
        () => true,
        () => false,
      );
      setSaid(done ? COPIED : 'The link is in the address bar until you change the text.');
    },
    save() {
      saveFile(`planwright-${draft.dataset}-text.sql`, draft.now(), 'application/sql');
      setInFile(draft.now());
    },
    isSaved: inFile === draft.text,
  };
}
