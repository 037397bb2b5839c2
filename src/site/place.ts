/** Where a component of the vocabulary stands. */
export interface Place {
  /** `<module>/<lesson>`, or `exercises/<id>` in a task. */
  readonly id: string;
  /** The file to name in an author error. */
  readonly file: string;
  /** The dataset that the lesson runs on, where it names one. */
  readonly dataset: string | undefined;
  readonly extensions: readonly string[];
}

interface Entry {
  readonly id: string;
  readonly filePath?: string;
  readonly data: object;
}

function textIn(data: object, key: string): string | undefined {
  const value: unknown = Reflect.get(data, key);
  return typeof value === 'string' ? value : undefined;
}

function textsIn(data: object, key: string): readonly string[] {
  const value: unknown = Reflect.get(data, key);
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

/** The lesson or the task that is being rendered, from the route's entry. */
export function placeOf(entry: Entry): Place {
  const task = /^exercises\/(.+)$/.exec(entry.id)?.[1];
  return {
    id: entry.id.replace(/^learn\//, ''),
    file: task === undefined ? (entry.filePath ?? entry.id) : `exercises/${task}/exercise.mdx`,
    dataset: textIn(entry.data, 'dataset'),
    extensions: textsIn(entry.data, 'extensions'),
  };
}
