import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { findCourse } from '../authoring/course-file.ts';
import { EMPTY_DATASET } from '../engine/manifest.ts';
import type { DatasetChoice } from '../islands/playground/commands.tsx';

const { exercises, elsewhere } = findCourse();
const folder = join(exercises, '_datasets');

interface Described extends DatasetChoice {
  readonly order: number;
  readonly largest: string | undefined;
}

function fieldsOf(value: unknown): { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

/** The name of the table with the most rows. */
function largestOf(tables: unknown): string | undefined {
  const all = Array.isArray(tables) ? tables.map(fieldsOf) : [];
  const [largest] = all.sort((a, b) => Number(b.rows ?? 0) - Number(a.rows ?? 0));
  return typeof largest?.name === 'string' ? largest.name : undefined;
}

function readDescribed(name: string): Described {
  const fields = fieldsOf(parse(readFileSync(join(folder, name, 'dataset.yaml'), 'utf8')));
  const { title, order, tables } = fields;
  return { name, title: String(title ?? name), order: Number(order ?? 0), largest: largestOf(tables) };
}

function readAll(): readonly Described[] {
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return names.map(({ name }) => readDescribed(name)).sort((a, b) => a.order - b.order);
}

/** Every dataset of the project in its order, and the database without a table. */
export function listDatasets(): readonly DatasetChoice[] {
  return [
    ...readAll().map(({ name, title }) => ({ name, title })),
    { name: EMPTY_DATASET, title: 'Nothing: an empty database' },
  ];
}

/** The largest table of the first dataset, where the course's data are not those that come with Planwright. */
export function tableToStartWith(): string | undefined {
  return elsewhere ? readAll()[0]?.largest : undefined;
}
