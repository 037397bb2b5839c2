import { useId, useRef, useState } from 'react';
import { progressStore } from '../../progress/browser-store.ts';
import { importProgress } from '../../progress/file.ts';
import { exerciseProgress, type Progress } from '../../progress/progress.ts';
import { ReviewPanel } from '../review/review-panel.tsx';
import { exportProgress } from './export-progress.ts';
import { HandIn } from './hand-in.tsx';
import './progress-page.css';
import { useProgress } from './use-progress.ts';

/** One line of the course: a lesson or an exercise, with the address of its page. */
export interface CourseItem {
  readonly id: string;
  readonly title: string;
  readonly href: string;
  /** How long it takes. */
  readonly minutes: number;
}

export interface CourseModule {
  readonly title: string;
  readonly lessons: readonly CourseItem[];
  readonly exercises: readonly CourseItem[];
}

const dateFormat = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });

function lessonState(progress: Progress, id: string): string {
  const lesson = progress.lessons[id];
  return lesson?.read === true ? `read ${dateFormat.format(lesson.at)}` : '';
}

function exerciseState(progress: Progress, id: string): string {
  const { state, passedAt, tries } = exerciseProgress(progress, id);
  if (state === 'passed') return `passed${passedAt === undefined ? '' : ` ${dateFormat.format(passedAt)}`}`;
  return state === 'tried' ? `${tries} ${tries === 1 ? 'try' : 'tries'}` : '';
}

interface ItemsProps {
  readonly title: string;
  readonly items: readonly CourseItem[];
  readonly state: (id: string) => string;
}

function Items({ title, items, state }: ItemsProps) {
  const heading = useId();
  if (items.length === 0) return null;
  return (
    <div>
      <h3 id={heading}>{title}</h3>
      <ul aria-labelledby={heading}>
        {items.map(({ id, title, href }) => (
          <li key={id} data-done={/^(read|passed)/.test(state(id)) || undefined}>
            <a href={href}>{title}</a>
            <span>{state(id)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Share({ done, of, what }: { readonly done: number; readonly of: number; readonly what: string }) {
  return (
    <div className="pw-share">
      <p>
        <b>{done}</b> {of === 0 ? `${what} so far` : `of ${of} ${what}`}
      </p>
      <meter min={0} max={Math.max(of, 1)} value={done} aria-label={`${done} of ${of} ${what}`} />
    </div>
  );
}

const NEWER_IS_LEFT =
  'Nothing was forgotten: a newer version of this page wrote it. Reload the page and try again.';

/** Which browser deletes progress, and what keeps it. */
function WhatIsDeleted() {
  return (
    <p className="pw-file-note">
      Safari deletes your progress once you have used Safari for seven days without coming here. An exported
      file keeps it, and carries it to another browser.
    </p>
  );
}

function FileTools() {
  const file = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState('');
  const take = async (chosen: File | undefined): Promise<void> => {
    if (chosen === undefined) return;
    const text = await chosen.text().catch(() => undefined);
    if (text === undefined) return setSaid('That file cannot be read. Nothing was changed.');
    let said = '';
    // The change starts from what is there then: something may have been passed while the file was read.
    progressStore().change((before) => {
      const imported = importProgress(before, text);
      said = imported.message;
      return imported.kind === 'ok' ? imported.progress : before;
    });
    setSaid(said);
  };
  const erase = (): void => {
    const sure = confirm(
      'Forget what this browser keeps of your progress: what you passed, read and predicted, and your drafts of exercises? Export first to keep it. Texts in the playground stay.',
    );
    if (!sure) return;
    setSaid(progressStore().erase() ? 'Everything is forgotten.' : NEWER_IS_LEFT);
  };
  return (
    <div className="pw-file-tools">
      <button type="button" className="pw-button" onClick={() => setSaid(`Saved as ${exportProgress()}.`)}>
        Export to a file
      </button>
      <button type="button" className="pw-button" onClick={() => file.current?.click()}>
        Import a file
      </button>
      <button type="button" className="pw-button" data-quiet onClick={erase}>
        Forget everything
      </button>
      <input
        ref={file}
        type="file"
        accept=".json,application/json"
        aria-label="Progress file"
        hidden
        onChange={(event) => {
          void take(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
      <p role="status">{said}</p>
      <WhatIsDeleted />
    </div>
  );
}

/** Progress by module, and the file it can be carried in. */
export function ProgressPage({ course }: { readonly course: readonly CourseModule[] }) {
  const { progress, notice } = useProgress();
  const lessons = course.flatMap((module) => module.lessons);
  const exercises = course.flatMap((module) => module.exercises);
  const predictions = Object.values(progress.predictions);
  return (
    <div className="pw-progress">
      {notice !== undefined && (
        <p className="pw-notice" role="alert">
          {notice}
        </p>
      )}
      <ReviewPanel progress={progress} lessons={lessons} exercises={exercises} />
      <div className="pw-shares">
        <Share
          done={exercises.filter(({ id }) => exerciseProgress(progress, id).state === 'passed').length}
          of={exercises.length}
          what="exercises passed"
        />
        <Share
          done={lessons.filter(({ id }) => progress.lessons[id]?.read === true).length}
          of={lessons.length}
          what="lessons read"
        />
        <Share
          done={predictions.filter(({ right }) => right).length}
          of={predictions.length}
          what="predictions right"
        />
      </div>
      {course.map((module) => (
        <section key={module.title}>
          <h2>{module.title}</h2>
          <div className="pw-columns">
            <Items title="Lessons" items={module.lessons} state={(id) => lessonState(progress, id)} />
            <Items title="Exercises" items={module.exercises} state={(id) => exerciseState(progress, id)} />
          </div>
        </section>
      ))}
      <section className="pw-carry">
        <h2>Take it with you, or hand it in</h2>
        <FileTools />
        <HandIn
          progress={progress}
          titleOf={(wanted) => exercises.find(({ id }) => id === wanted)?.title ?? wanted}
        />
      </section>
    </div>
  );
}
