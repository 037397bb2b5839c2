import { useId, useState } from 'react';
import { answersFileName, toHandIn, writeAnswersFile } from '../../progress/answers.ts';
import type { Progress } from '../../progress/progress.ts';
import { saveFile } from '../save-file.ts';

export interface HandInProps {
  readonly progress: Progress;
  /** The name of an exercise, by its id. */
  readonly titleOf: (id: string) => string;
}

function describe(count: number, leftOut: number): string {
  if (count === 0 && leftOut === 0) return 'For whoever grades a class: your SQL. There is none yet.';
  if (count === 0) return 'For whoever grades a class: your SQL. None of it can be handed in as it is.';
  const exercises = count === 1 ? 'exercise' : 'exercises';
  return `For whoever grades a class: your SQL for ${count} ${exercises}, and nothing else. It is run again there.`;
}

/** The file for whoever grades: the reader's SQL under a name of their choice, and no verdict. */
export function HandIn({ progress, titleOf }: HandInProps) {
  const [name, setName] = useState('');
  const id = useId();
  const { answers, leftOut } = toHandIn(progress);
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
      <button type="submit" className="pw-button" disabled={answers.length === 0}>
        Export answers
      </button>
      <p>{describe(answers.length, leftOut.length)}</p>
      {leftOut.length > 0 && (
        <p className="pw-notice">Left out, as too long for that file: {leftOut.map(titleOf).join(', ')}.</p>
      )}
    </form>
  );
}
