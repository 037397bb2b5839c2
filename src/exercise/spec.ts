import { z } from 'zod';
import { checkSchema } from '../checks/all-checks.ts';
import { ALLOWED_KINDS } from '../sql/allowed-kinds.ts';

const cell = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const kebab = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be kebab-case: lower-case words joined by hyphens');

const query = z.strictObject({
  id: kebab.describe('Name of the query; checks refer to it with `of`.'),
  sql: z
    .string()
    .min(1)
    .describe('One SELECT with $1, $2, … for its parameters. For `rewrite`: the slow query as given.'),
  shown: z
    .array(z.array(cell))
    .default([[]])
    .describe(
      'Rows of parameters that the solver sees. The query has to find rows for them, unless it finds none for the hidden ones either.',
    ),
  hidden: z.string().optional().describe('A SELECT whose rows are parameters that the solver does not see.'),
});

const variant = z.strictObject({
  name: kebab.describe('What is different about the data, in a word or two.'),
  sql: z
    .string()
    .min(1)
    .describe('SQL that alters a copy of the data, in a transaction that is rolled back.'),
});

const equivalentMutant = z.strictObject({
  change: z
    .string()
    .min(1)
    .describe(
      'The mutant, a copy of solution.sql with one change, as `npm run check` names it: `nothing -> distinct`.',
    ),
  because: z.string().min(10).describe('Why no data can tell it from the reference answer.'),
});

/** The front matter of `exercise.mdx`: what is asked, on what data, and what a right answer must show. */
export const specSchema = z.strictObject({
  format: z.literal(1).describe('Version of this format.'),
  title: z.string().min(1).max(60).describe('What the exercise is called, in a few words.'),
  summary: z.string().min(10).max(160).describe('One sentence for lists.'),
  module: kebab.describe('The module whose lessons it practises.'),
  order: z.number().int().nonnegative().describe('Place in the module; leave gaps of ten.'),
  difficulty: z
    .number()
    .int()
    .min(1)
    .max(5)
    .describe('1 is a first exercise, 5 takes an expert some thought.'),
  minutes: z.number().int().min(1).max(120).describe('How long it takes somebody who has read the lesson.'),
  concepts: z
    .array(kebab)
    .min(1)
    .describe('What it practises, for lists and search; each in kebab-case, such as `partial-index`.'),
  dataset: kebab.describe('A folder of `_datasets/`.'),
  extensions: z.array(z.string()).default([]).describe('Loaded and created for this exercise only.'),
  task: z
    .enum(['tune', 'rewrite', 'design'])
    .describe(
      'tune: change the database, the workload is given. rewrite: write the query itself. design: tune with invariants.',
    ),
  allow: z
    .array(z.enum(ALLOWED_KINDS))
    .default([])
    .describe('Statement kinds beyond SELECT and EXPLAIN that an answer may hold.'),
  workload: z.array(query).min(1).describe('The queries that are observed, with their parameters.'),
  variants: z
    .array(variant)
    .optional()
    .describe('rewrite: changed copies of the data on which the rows must be right too.'),
  'equivalent-mutants': z
    .array(equivalentMutant)
    .default([])
    .describe(
      'rewrite: changes of the reference answer that no variant can tell apart, each with the reason.',
    ),
  checks: z.array(checkSchema).min(1).describe('What a right answer must show; every one has to pass.'),
  hints: z.array(z.string().min(1)).default([]).describe('From a nudge to nearly the answer.'),
  misconceptions: z
    .array(kebab)
    .default([])
    .describe('Ids from the catalogue that this exercise can recognise.'),
});

/** The front matter of an exercise. */
export type Spec = z.infer<typeof specSchema>;

const datasetTable = z.strictObject({
  name: z.string().min(1).describe('The table’s name in the public schema.'),
  rows: z.number().int().nonnegative().describe('How many rows it has; checked when the dataset is built.'),
  about: z.string().min(1).describe('What to know about its rows: skew, gaps, order.'),
});

/** `dataset.yaml`: what a dataset is called and what is in it. */
export const datasetSchema = z.strictObject({
  format: z.literal(1).describe('Version of this format.'),
  name: kebab.describe('The folder’s name.'),
  title: z.string().min(1).describe('What the dataset is called, in a few words.'),
  summary: z.string().min(10).describe('One sentence: what it models and how large it is.'),
  order: z.number().int().nonnegative().describe('Place in lists.'),
  tables: z.array(datasetTable).min(1).describe('Every table of the dataset.'),
});

/** A dataset’s `dataset.yaml`. */
export type DatasetSpec = z.infer<typeof datasetSchema>;
