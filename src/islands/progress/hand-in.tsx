import { useId, useState } from 'react';
import { answersFileName, answersOf, writeAnswersFile } from '../../progress/answers.ts';
import type { Progress } from '../../progress/progress.ts';
import { saveFile } from '../save-file.ts';

/** The file for whoever grades: the reader's SQL under a name of their choice, and no verdict. */
export function HandIn({ progress }: { readonly progress: Progress }) {
  const [name, setName] = useState('');
  const id = useId();
  const count = answersOf(progress).length;
  const save = () =>
    saveFile(answersFileName(name, new Date()), writeAnswersFile(progress, name), 'application/json');
  return (
    <form
      className="pw-file-tools"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <label htmlFor={id}>Your name</label>
      <input
        id={id}
        type="text"
        autoComplete="name"
        maxLength={200}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <button type="submit" className="pw-button" disabled={count === 0}>
        Export answers
      </button>
      <p>
        {count === 0
          ? 'For whoever grades a class: your SQL. There is none yet.'
          : `For whoever grades a class: your SQL for ${count} ${count === 1 ? 'exercise' : 'exercises'}, and nothing else. It is run again there.`}
      </p>
    </form>
  );
}
