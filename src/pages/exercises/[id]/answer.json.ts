import type { APIRoute, GetStaticPaths } from 'astro';
import { readExercises } from '../../../site/read-exercises.ts';

/** The author's answers, a file each. No page has them: they are fetched by who has passed and asks for one. */
export const getStaticPaths = (async () => {
  const exercises = await readExercises();
  return exercises.map((exercise) => ({
    params: { id: exercise.id },
    props: { sql: exercise.solution },
  }));
}) satisfies GetStaticPaths;

/** One of them, as the workbench reads it. */
export const GET: APIRoute<{ readonly sql: string }> = ({ props }) => Response.json({ sql: props.sql });
