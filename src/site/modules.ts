/** The course's modules in reading order. `id` is the folder of `content/` and the `module` of an exercise. */
export interface Module {
  readonly id: string;
  readonly title: string;
  /** One sentence for the course map: what it lets the reader do. */
  readonly promise: string;
}

export const modules: readonly Module[] = [
  {
    id: 'foundations',
    title: 'Foundations',
    promise: 'See the pages a table is made of, read a plan, and measure without fooling yourself.',
  },
  {
    id: 'indexing',
    title: 'Indexing',
    promise: 'Choose the index a query needs, and know what it costs every write.',
  },
  {
    id: 'plans',
    title: 'Plans',
    promise: 'Know why the planner joined, sorted or hashed, and where its estimates go wrong.',
  },
  {
    id: 'queries',
    title: 'Writing queries',
    promise: 'Say what you mean in a form that the planner can do well.',
  },
  {
    id: 'schema',
    title: 'Schema and denormalization',
    promise: 'Decide what to store twice, and keep both copies true.',
  },
  {
    id: 'partitioning',
    title: 'Partitioning',
    promise: 'Split a table so that most of it is never read, and know when not to.',
  },
  {
    id: 'sharding',
    title: 'Sharding and replicas',
    promise: 'Pick a shard key, count the keys that move, and live with replica lag.',
  },
  {
    id: 'operations',
    title: 'Running it',
    promise: 'Locks, pools, caches, vacuum and migrations that nobody notices.',
  },
  {
    id: 'engines',
    title: 'Other engines',
    promise: 'What carries over to MySQL, SQLite, columnar stores and the rest, and what does not.',
  },
  {
    id: 'interview',
    title: 'Interview',
    promise: 'Answer design questions aloud, with figures you have measured.',
  },
];

/** The module with this id, or undefined. */
export function findModule(id: string): Module | undefined {
  return modules.find((module) => module.id === id);
}
