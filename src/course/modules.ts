/** A module of a course. `id` is the folder of its lessons and the `module` of its exercises. */
export interface Module {
  readonly id: string;
  readonly title: string;
  /** One sentence for the course map: what it lets the reader do. */
  readonly promise: string;
  /** Ids of the modules that it builds on. */
  readonly after?: readonly string[];
}

/** The modules of the course that comes with Planwright, in reading order. */
export const OWN_MODULES: readonly Module[] = [
  {
    id: 'foundations',
    title: 'Foundations',
    promise: 'See the pages a table is made of, read a plan, and measure without fooling yourself.',
  },
  {
    id: 'indexing',
    title: 'Indexing',
    promise: 'Choose the index a query needs, and know what it costs every write.',
    after: ['foundations'],
  },
  {
    id: 'plans',
    title: 'Plans',
    promise: 'Know why the planner joined, sorted or hashed, and where its estimates go wrong.',
    after: ['indexing'],
  },
  {
    id: 'queries',
    title: 'Writing queries',
    promise: 'Say what you mean in a form that the planner can do well.',
    after: ['indexing'],
  },
  {
    id: 'schema',
    title: 'Schema and denormalization',
    promise: 'Decide what to store twice, and keep both copies true.',
    after: ['queries'],
  },
  {
    id: 'partitioning',
    title: 'Partitioning',
    promise: 'Split a table so that most of it is never read, and know when not to.',
    after: ['plans'],
  },
  {
    id: 'sharding',
    title: 'Sharding and replicas',
    promise: 'Pick a shard key, count the keys that move, and live with replica lag.',
    after: ['partitioning'],
  },
  {
    id: 'operations',
    title: 'Running it',
    promise: 'Locks, pools, caches, vacuum and migrations that nobody notices.',
    after: ['indexing'],
  },
  {
    id: 'engines',
    title: 'Other engines',
    promise:
      'What carries over to MySQL, SQLite, DuckDB, MongoDB, Redis, DynamoDB, graph and search engines, what an ORM sends, and how to choose.',
    after: ['schema'],
  },
  {
    id: 'interview',
    title: 'Interview',
    promise: 'Answer design questions aloud, with figures you have measured.',
    after: ['plans', 'queries'],
  },
];
