/**
 * What the embedded engine plans with. Every session on a server starts with the same, whatever the server's own
 * configuration says. The test beside the server's engine compares both sides' `pg_settings`.
 */
export const PLANNER_SETTINGS: Readonly<Record<string, string>> = {
  constraint_exclusion: 'partition',
  cpu_index_tuple_cost: '0.005',
  cpu_operator_cost: '0.0025',
  cpu_tuple_cost: '0.01',
  cursor_tuple_fraction: '0.1',
  debug_parallel_query: 'off',
  effective_cache_size: '4GB',
  effective_io_concurrency: '16',
  enable_async_append: 'on',
  enable_bitmapscan: 'on',
  enable_distinct_reordering: 'on',
  enable_gathermerge: 'on',
  enable_group_by_reordering: 'on',
  enable_hashagg: 'on',
  enable_hashjoin: 'on',
  enable_incremental_sort: 'on',
  enable_indexonlyscan: 'on',
  enable_indexscan: 'on',
  enable_material: 'on',
  enable_memoize: 'on',
  enable_mergejoin: 'on',
  enable_nestloop: 'on',
  enable_parallel_append: 'on',
  enable_parallel_hash: 'on',
  enable_partition_pruning: 'on',
  enable_partitionwise_aggregate: 'off',
  enable_partitionwise_join: 'off',
  enable_presorted_aggregate: 'on',
  enable_self_join_elimination: 'on',
  enable_seqscan: 'on',
  enable_sort: 'on',
  enable_tidscan: 'on',
  from_collapse_limit: '8',
  geqo: 'on',
  geqo_effort: '5',
  geqo_generations: '0',
  geqo_pool_size: '0',
  geqo_seed: '0',
  geqo_selection_bias: '2',
  geqo_threshold: '12',
  hash_mem_multiplier: '2',
  jit_above_cost: '100000',
  jit_inline_above_cost: '500000',
  jit_optimize_above_cost: '500000',
  join_collapse_limit: '8',
  maintenance_io_concurrency: '16',
  max_parallel_workers: '0',
  max_parallel_workers_per_gather: '0',
  min_parallel_index_scan_size: '512kB',
  min_parallel_table_scan_size: '8MB',
  parallel_leader_participation: 'on',
  parallel_setup_cost: '1000',
  parallel_tuple_cost: '0.1',
  plan_cache_mode: 'auto',
  random_page_cost: '4',
  recursive_worktable_factor: '10',
  search_path: 'public',
  seq_page_cost: '1',
  temp_buffers: '8MB',
  work_mem: '4MB',
};

/** What a session needs besides, so that rows, texts and limits are those of the embedded engine. */
const SESSION_SETTINGS: Readonly<Record<string, string>> = {
  bytea_output: 'hex',
  DateStyle: 'ISO, MDY',
  default_text_search_config: 'pg_catalog.english',
  extra_float_digits: '1',
  IntervalStyle: 'postgres',
  lc_messages: 'C',
  max_parallel_maintenance_workers: '0',
  synchronize_seqscans: 'off',
  temp_file_limit: '64MB',
  TimeZone: 'GMT',
  // The embedded engine says it would compile, and has nothing to compile with.
  jit: 'off',
};

/** The `options` of a connection: all settings above, and the dataset's own statistics target. */
export function sessionOptions(statisticsTarget: number): string {
  const settings = {
    ...PLANNER_SETTINGS,
    ...SESSION_SETTINGS,
    default_statistics_target: String(statisticsTarget),
  };
  return Object.entries(settings)
    .map(([name, value]) => `-c ${name}=${value.replaceAll(' ', '\\ ')}`)
    .join(' ');
}
