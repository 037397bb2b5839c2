import { type RefObject, useEffect, useId, useRef, useState } from 'react';
import type { Grade } from 'ts-fsrs';
import { progressStore } from '../../progress/browser-store.ts';
import { readCardId } from '../../progress/card-id.ts';
import type { Progress, ReviewCard } from '../../progress/progress.ts';
import { type Agenda, agendaOf, cardOf, gradeCard, timeUntil, withCard } from '../../progress/review.ts';
import { ReviewCardView, type ReviewedItem } from './review-card.tsx';
import './review.css';
import { useTakenFocus } from './use-taken-focus.ts';

/** A page of the course that cards can be about. */
export interface ReviewPage {
  readonly id: string;
  readonly title: string;
  readonly href: string;
}

export interface ReviewPanelProps {
  readonly progress: Progress;
  readonly lessons: readonly ReviewPage[];
  readonly exercises: readonly ReviewPage[];
}

/** A card's page; undefined where the course has it no longer. */
function itemOf(id: string, { progress, lessons, exercises }: ReviewPanelProps): ReviewedItem | undefined {
  const about = readCardId(id);
  const card = cardOf(progress, id);
  const page =
    about?.kind === 'recall'
      ? lessons.find((lesson) => lesson.id === about.lesson)
      : exercises.find((exercise) => exercise.id === about?.exercise);
  if (!about || !card || !page) return undefined;
  const element = about.kind === 'recall' ? about.element : undefined;
  return { id, title: page.title, href: page.href, element, card };
}

function ahead({ due, tomorrow, week, next }: Agenda): string {
  if (next === undefined && due.length > 0) return '';
  if (next === undefined)
    return 'Mark questions in lessons, or pass exercises: they come back here after days.';
  const now = Date.now();
  if (week === 0) return `The next one is due ${timeUntil(next, now)}.`;
  const soonest = tomorrow > 0 ? `${tomorrow} more within a day, ` : '';
  return `${soonest}${week} ${soonest ? '' : 'more '}within a week.`;
}

interface Last {
  readonly id: string;
  readonly before: ReviewCard | undefined;
}

function putCard(id: string, card: ReviewCard | undefined): void {
  progressStore().change((before) => withCard(before, id, card, Date.now()));
}

/** Grades what is due, and takes the last grade back. */
function useGrading(item: ReviewedItem | undefined) {
  const [last, setLast] = useState<Last>();
  return {
    grade(given: Grade) {
      if (!item) return;
      setLast({ id: item.id, before: item.card });
      putCard(item.id, gradeCard(item.card, given, Date.now()));
    },
    undo:
      last &&
      (() => {
        putCard(last.id, last.before);
        setLast(undefined);
      }),
  };
}

function OtherExercises({ items }: { readonly items: readonly ReviewedItem[] }) {
  const heading = useId();
  return (
    <div className="pw-review-others">
      <p className="pw-eyebrow" id={heading}>
        Also due
      </p>
      <ul aria-labelledby={heading}>
        {items.map(({ id, title, href }) => (
          <li key={id}>
            <a href={href}>{title}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** An element that is scrolled into view once it is open. */
function useInView<Shown extends HTMLElement>(open: boolean): RefObject<Shown | null> {
  const place = useRef<Shown>(null);
  useEffect(() => {
    if (open) place.current?.scrollIntoView({ block: 'nearest' });
  }, [open]);
  return place;
}

/** What is due today, one at a time: questions first, then exercises. */
export function ReviewPanel(props: ReviewPanelProps) {
  const agenda = agendaOf(props.progress, Date.now());
  const [open, setOpen] = useState(false);
  const items = agenda.due.flatMap((id) => itemOf(id, props) ?? []);
  const questions = items.filter(({ element }) => element !== undefined);
  const [item, ...others] = [...questions, ...items.filter(({ element }) => element === undefined)];
  const { grade, undo } = useGrading(item);
  const heading = useTakenFocus<HTMLHeadingElement>(open && item === undefined);
  const section = useInView<HTMLElement>(open);
  return (
    <section className="pw-review" aria-label="Review" ref={section}>
      <h2 ref={heading} tabIndex={-1}>
        {items.length === 0 ? 'Nothing is due for review' : `${items.length} due for review`}
      </h2>
      <p className="pw-review-ahead">{ahead(agenda)}</p>
      {item && !open && (
        <button type="button" className="pw-button" data-primary onClick={() => setOpen(true)}>
          Begin
        </button>
      )}
      {open && item && (
        <ReviewCardView
          key={`${item.id} ${item.card.due}`}
          item={item}
          onGrade={grade}
          onDrop={() => putCard(item.id, undefined)}
        />
      )}
      {open && questions.length === 0 && others.length > 0 && <OtherExercises items={others} />}
      {undo && (
        <button type="button" className="pw-button" data-quiet onClick={undo}>
          Take the last answer back
        </button>
      )}
    </section>
  );
}
