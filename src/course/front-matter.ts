import { z } from 'zod';

const kebab = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be kebab-case: lower-case words joined by hyphens');

const source = z.strictObject({
  title: z.string().min(1),
  url: z.url(),
  note: z.string().optional().describe('What it was used for, in a few words'),
});

/** What a lesson's front matter must hold; no other key is allowed. */
export const lessonFrontMatterSchema = z.strictObject({
  title: z.string().min(1).max(70).describe('What the lesson is called'),
  description: z.string().min(20).max(200).describe('One sentence: what the lesson is about'),
  order: z.number().int().nonnegative().describe('Place in the module; leave gaps of ten'),
  minutes: z.number().int().min(1).max(60).describe('How long it takes to read and run'),
  dataset: z.string().optional().describe('The dataset that its blocks run on; a block can name another'),
  extensions: z.array(z.string()).optional().describe('Loaded and created for its blocks'),
  outcomes: z
    .array(z.string().min(1))
    .min(1)
    .max(5)
    .describe('What the reader can do afterwards, each starting with a verb'),
  concepts: z
    .array(kebab)
    .optional()
    .describe('What it is about, for lists and search; each in kebab-case, such as `partial-index`'),
  sources: z.array(source).optional().describe('What it rests on: title and url of each, and a note'),
  draft: z.boolean().optional().describe('Left out of the built site'),
});
