import { type CollectionEntry, getCollection } from 'astro:content';
import { z } from 'astro/zod';
import { modules } from './modules.ts';

/** Front matter's YAML makes dates of what looks like one; a parameter is text. */
const day = z.date().transform((date) => date.toISOString().replace(/T00:00:00\.000Z$/, ''));
const cell = z.union([z.string(), z.number(), z.boolean(), z.null(), day]);

/** What the pages show of an exercise. `npm run check` holds the front matter to the full schema. */
const summarySchema = z.looseObject({
  title: z.string(),
  summary: z.string().optional(),
  module: z.string(),
  order: z.number().default(0),
  difficulty: z.number(),
  minutes: z.number(),
  concepts: z.array(z.string()).default([]),
  dataset: z.string(),
  task: z.enum(['tune', 'rewrite', 'design']),
  allow: z.array(z.string()).default([]),
  workload: z
    .array(z.looseObject({ id: z.string(), sql: z.string(), shown: z.array(z.array(cell)).default([]) }))
    .default([]),
  checks: z.array(z.looseObject({ id: z.string(), kind: z.string() })),
  hints: z.array(z.string()).default([]),
});

export interface ExerciseSummary extends z.infer<typeof summarySchema> {
  readonly id: string;
  readonly entry: CollectionEntry<'exercises'>;
}

function moduleRank(id: string): number {
  const rank = modules.findIndex((module) => module.id === id);
  return rank < 0 ? modules.length : rank;
}

/** Every exercise, by module, then by its order. */
export async function listExercises(): Promise<readonly ExerciseSummary[]> {
  const entries = await getCollection('exercises');
  return entries
    .map((entry) => ({ ...summarySchema.parse(entry.data), id: entry.id, entry }))
    .sort(
      (a, b) => moduleRank(a.module) - moduleRank(b.module) || a.order - b.order || a.id.localeCompare(b.id),
    );
}

/** `1 of 5` as words for who cannot see the dots. */
export function difficultyLabel(difficulty: number): string {
  return `difficulty ${difficulty} of 5`;
}
