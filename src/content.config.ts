import { defineCollection, type SchemaContext } from 'astro:content';
import { docsSchema, i18nSchema } from '@astrojs/starlight/schema';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';
import { findCourse } from './authoring/course-file.ts';
import { patient } from './authoring/patient-loader.ts';
import { lessonFrontMatterSchema } from './course/front-matter.ts';

const { content, exercises, course } = findCourse();
/** Left out of the course: lessons by their path, exercises by their folder. */
const except = (suffix: string) => course.leaveOut.map((id) => `!${id}${suffix}`);

/** Starlight validates its own pages with this schema too, so nothing of a lesson's is required here (route-data.ts does). */
const lessonFields = z.object(
  lessonFrontMatterSchema.omit({ title: true, description: true, draft: true }).partial().shape,
);

function lessonSchema(context: SchemaContext) {
  return docsSchema({ extend: lessonFields })(context).transform((data) => ({
    ...data,
    sidebar: { ...data.sidebar, ...(data.order === undefined ? {} : { order: data.order }) },
  }));
}

/** The shell's own words, where ours are shorter. */
const words = [{ id: 'en', 'skipLink.label': 'Skip to the text', 'tableOfContents.overview': 'Top' }];

export const collections = {
  i18n: defineCollection({ loader: () => words, schema: i18nSchema() }),
  docs: defineCollection({
    loader: patient(
      glob({
        base: content,
        pattern: ['**/[^_]*.{md,mdx}', ...except('.{md,mdx}')],
        generateId: ({ entry }) => `learn/${entry.replace(/\.mdx?$/, '')}`,
      }),
    ),
    schema: lessonSchema,
  }),
  exercises: defineCollection({
    loader: patient(
      glob({
        base: exercises,
        pattern: ['[^_]*/exercise.mdx', ...except('/exercise.mdx')],
        generateId: ({ entry }) => entry.split('/')[0] ?? entry,
      }),
    ),
    schema: z.record(z.string(), z.unknown()),
  }),
};
