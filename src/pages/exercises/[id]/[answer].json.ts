import type { APIRoute, GetStaticPaths } from 'astro';
import { answerName } from '../../../site/authors-answer.ts';
import { readExercises } from '../../../site/read-exercises.ts';

/** The author's answers, a file each. */
export const getStaticPaths = (async () => {
  const exercises = await readExercises();
  return exercises.map((exercise) => ({
    params: { id: exercise.id, answer: answerName(exercise) },
    props: { sql: exercise.solution },
  }));
}) satisfies GetStaticPaths;

/** One of them, as the workbench reads it. */
export const GET: APIRoute<{ readonly sql: string }> = ({ props }) => Response.json({ sql: props.sql });
