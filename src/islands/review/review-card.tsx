import { useEffect, useLayoutEffect, useState } from 'react';
import type { Grade } from 'ts-fsrs';
import type { ReviewCard } from '../../progress/progress.ts';
import { GRADES, gradeCard, timeUntil } from '../../progress/review.ts';
import { type FoundQuestion, findQuestion } from './find-question.ts';
import { useTakenFocus } from './use-taken-focus.ts';

export interface ReviewedItem {
  readonly id: string;
  readonly title: string;
  readonly href: string;
  /** Id of the question in the lesson's page; undefined for an exercise. */
  readonly element: string | undefined;
  readonly card: ReviewCard;
}

export interface ReviewCardProps {
  readonly item: ReviewedItem;
  readonly onGrade: (grade: Grade) => void;
  /** Leaves it out of what comes back. */
  readonly onDrop: () => void;
}

type Found = FoundQuestion | 'gone' | 'offline' | undefined;

function useQuestion({ href, element }: ReviewedItem): Found {
  const [found, setFound] = useState<Found>();
  useEffect(() => {
    let current = true;
    setFound(undefined);
    if (element === undefined) return;
    findQuestion(href, element).then(
      (question) => current && setFound(question ?? 'gone'),
      () => current && setFound('offline'),
    );
    return () => {
      current = false;
    };
  }, [href, element]);
  return found;
}

/** Parts of a lesson's page, as they are there. They have the focus when they come. */
function Excerpt({ of: nodes, className }: { readonly of: readonly Node[]; readonly className: string }) {
  const place = useTakenFocus<HTMLDivElement>(nodes);
  // Before the focus comes, so that what is read out is there.
  useLayoutEffect(() => place.current?.replaceChildren(...nodes), [nodes, place]);
  return <div className={className} ref={place} tabIndex={-1} />;
}

function Grades({ card, onGrade }: { readonly card: ReviewCard; readonly onGrade: (grade: Grade) => void }) {
  const now = Date.now();
  return (
    <div className="pw-review-grades">
      {GRADES.map(({ grade, word }, index) => (
        <button key={word} type="button" className="pw-button" onClick={() => onGrade(grade)}>
          <kbd>{index + 1}</kbd> {word}
          <small>{timeUntil(gradeCard(card, grade, now).due, now)}</small>
        </button>
      ))}
    </div>
  );
}

/** Where a key means itself. */
const TYPING = 'input, textarea, select, [contenteditable]';

/** Space shows the answer, 1 to 4 grade it; nothing while something is being typed, or a key is held down. */
function useKeys(shown: boolean, show: () => void, grade: (grade: Grade) => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      const on = event.target instanceof Element ? event.target : undefined;
      if (on?.closest(TYPING)) return;
      const onControl = on?.closest('button, a');
      const chosen = GRADES[Number(event.key) - 1];
      if (!shown && event.key === ' ' && !onControl) show();
      else if (shown && chosen) grade(chosen.grade);
      else return;
      event.preventDefault();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [shown, show, grade]);
}

function linkTo({ href, element, title }: ReviewedItem) {
  return <a href={element === undefined ? href : `${href}#${element}`}>{title}</a>;
}

function ExerciseCard({ item }: Pick<ReviewCardProps, 'item'>) {
  const place = useTakenFocus<HTMLParagraphElement>(item.id);
  return (
    <div className="pw-review-card">
      <p className="pw-review-question" ref={place} tabIndex={-1}>
        Solve it again: {linkTo(item)}
      </p>
      <p>When it passes, it comes back later. Start from its beginning with “Starting text”.</p>
    </div>
  );
}

const WHY_NOT = {
  gone: 'The lesson no longer asks this question.',
  offline: 'The lesson could not be read. Check the connection.',
  reading: 'Reading the lesson…',
} as const;

interface MissingCardProps extends Pick<ReviewCardProps, 'item' | 'onDrop'> {
  readonly why: keyof typeof WHY_NOT;
}

/** A question that is not there, or not yet. */
function MissingCard({ item, why, onDrop }: MissingCardProps) {
  const place = useTakenFocus<HTMLParagraphElement>(why);
  return (
    <div className="pw-review-card">
      <p role="status" ref={place} tabIndex={-1}>
        {WHY_NOT[why]} {linkTo(item)}
      </p>
      {why === 'gone' && (
        <button type="button" className="pw-button" onClick={onDrop}>
          Leave it out
        </button>
      )}
    </div>
  );
}

interface QuestionCardProps extends Pick<ReviewCardProps, 'item' | 'onGrade'> {
  readonly found: FoundQuestion;
}

/** A question with its answer behind a press. */
function QuestionCard({ item, found, onGrade }: QuestionCardProps) {
  const [shown, setShown] = useState(false);
  const show = () => setShown(true);
  useKeys(shown, show, onGrade);
  return (
    <div className="pw-review-card">
      <p className="pw-eyebrow">From {linkTo(item)}</p>
      <Excerpt of={found.question} className="pw-review-question" />
      {shown ? (
        <>
          <Excerpt of={found.answer} className="pw-prose pw-review-answer" />
          <Grades card={item.card} onGrade={onGrade} />
        </>
      ) : (
        <button type="button" className="pw-button" data-primary onClick={show}>
          Show the answer <kbd>Space</kbd>
        </button>
      )}
    </div>
  );
}

/** One thing that is due: a question of a lesson, or an exercise to be solved again. */
export function ReviewCardView({ item, onGrade, onDrop }: ReviewCardProps) {
  const found = useQuestion(item);
  if (item.element === undefined) return <ExerciseCard item={item} />;
  if (typeof found === 'object') return <QuestionCard item={item} found={found} onGrade={onGrade} />;
  return <MissingCard item={item} why={found ?? 'reading'} onDrop={onDrop} />;
}
