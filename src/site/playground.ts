import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { findCourse } from '../authoring/course-file.ts';
import { EMPTY_DATASET } from '../engine/manifest.ts';
import type { DatasetChoice } from '../islands/playground/commands.tsx';

const folder = join(findCourse().exercises, '_datasets');

function readChoice(name: string): DatasetChoice & { readonly order: number } {
  const parsed: unknown = parse(readFileSync(join(folder, name, 'dataset.yaml'), 'utf8'));
  const fields: { title?: unknown; order?: unknown } =
    typeof parsed === 'object' && parsed !== null ? parsed : {};
  return { name, title: String(fields.title ?? name), order: Number(fields.order ?? 0) };
}

/** Every dataset of the project in its order, and the database without a table. */
export function listDatasets(): readonly DatasetChoice[] {
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const choices = names.map(({ name }) => readChoice(name)).sort((a, b) => a.order - b.order);
  return [
    ...choices.map(({ name, title }) => ({ name, title })),
    { name: EMPTY_DATASET, title: 'Nothing: an empty database' },
  ];
}
