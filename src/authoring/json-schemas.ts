import { z } from 'zod';
import { courseConfigSchema } from '../course/course-config.ts';
import { lessonFrontMatterSchema } from '../course/front-matter.ts';
import { datasetSchema, specSchema } from '../exercise/spec.ts';

const SCHEMAS = [
  ['exercise', 'Front matter of exercise.mdx', specSchema],
  ['lesson', 'Front matter of a lesson', lessonFrontMatterSchema],
  ['dataset', 'dataset.yaml', datasetSchema],
  ['course', 'planwright.config.yaml', courseConfigSchema],
] as const;

/** The JSON Schemas that editors complete and underline with, by file name, as the texts of the files. */
export function schemaFiles(): ReadonlyMap<string, string> {
  return new Map(
    SCHEMAS.map(([name, title, schema]) => {
      const json = { title, ...z.toJSONSchema(schema, { io: 'input', target: 'draft-7' }) };
      return [`${name}.schema.json`, `${JSON.stringify(json, null, 2)}\n`];
    }),
  );
}
