import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { findCourse } from '../authoring/course-file.ts';
import { EMPTY_DATASET } from '../engine/manifest.ts';
import type { DatasetChoice, DescribedTable } from '../islands/playground/commands.tsx';

const { exercises, elsewhere } = findCourse();
const folder = join(exercises, '_datasets');

interface Described extends DatasetChoice {
  readonly order: number;
}

function fieldsOf(value: unknown): { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function readTables(tables: unknown): readonly DescribedTable[] {
  const all = Array.isArray(tables) ? tables.map(fieldsOf) : [];
  return all.flatMap(({ name, rows, about }) =>
    typeof name === 'string' ? [{ name, rows: Number(rows ?? 0), about: String(about ?? '') }] : [],
  );
}

function readDescribed(name: string): Described {
  const fields = fieldsOf(parse(readFileSync(join(folder, name, 'dataset.yaml'), 'utf8')));
  const { title, order, tables } = fields;
  return { name, title: String(title ?? name), order: Number(order ?? 0), tables: readTables(tables) };
}

function readAll(): readonly Described[] {
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return names.map(({ name }) => readDescribed(name)).sort((a, b) => a.order - b.order);
}

/** Every dataset of the project in its order, and the database without a table. */
export function listDatasets(): readonly DatasetChoice[] {
  return [
    ...readAll().map(({ name, title, tables }) => ({ name, title, tables })),
    { name: EMPTY_DATASET, title: 'Nothing: an empty database', tables: [] },
  ];
}

/** The largest table of the first dataset, where the course's data are not those that come with Planwright. */
export function tableToStartWith(): string | undefined {
  const tables = elsewhere ? (readAll()[0]?.tables ?? []) : [];
  return [...tables].sort((a, b) => b.rows - a.rows)[0]?.name;
}
