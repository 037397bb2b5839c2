import { defineRouteMiddleware } from '@astrojs/starlight/route-data';
import { lessonFrontMatterSchema } from '../course/front-matter.ts';
import { authorError } from './author-error.ts';

const required = lessonFrontMatterSchema.pick({
  description: true,
  order: true,
  minutes: true,
  outcomes: true,
});

/** Refuses a lesson whose front matter lacks what every lesson must say. */
export const onRequest = defineRouteMiddleware((context) => {
  const { entry } = context.locals.starlightRoute;
  if (!entry.id.startsWith('learn/')) return;
  const parsed = required.loose().safeParse(entry.data);
  if (parsed.success) return;
  const problems = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
  throw authorError(
    'front matter',
    entry.filePath,
    problems,
    'docs/authoring.md lists the keys, under “A lesson”; so does the page /teach/',
  );
});
