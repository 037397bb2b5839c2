/** Which functions a graded submission may call: an allow-list, so that what is not thought of is refused. */

function names(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}

const AGGREGATES = names(`
  any_value array_agg avg bit_and bit_or bit_xor bool_and bool_or count corr covar_pop covar_samp every json_agg
  json_agg_strict json_object_agg jsonb_agg jsonb_agg_strict jsonb_object_agg max min mode percentile_cont
  percentile_disc range_agg range_intersect_agg regr_avgx regr_avgy regr_count regr_intercept regr_r2 regr_slope
  regr_sxx regr_sxy regr_syy stddev stddev_pop stddev_samp string_agg sum variance var_pop var_samp
  cume_dist dense_rank first_value lag last_value lead nth_value ntile percent_rank rank row_number`);

const NUMBERS = names(`
  abs acos asin atan atan2 cbrt ceil ceiling cos cosh cot degrees div erf erfc exp factorial floor gamma gcd lcm
  lgamma ln log log10 min_scale mod pi power pow radians round scale sign sin sinh sqrt tan tanh trim_scale trunc
  width_bucket int4 int8 float8 numeric generate_series num_nonnulls num_nulls`);

const TEXTS = names(`
  ascii bit_count bit_length btrim casefold char_length character_length chr concat concat_ws convert_from convert_to
  crc32 crc32c decode encode format get_bit get_byte initcap is_normalized left length like_escape lower lpad ltrim
  md5 normalize octet_length overlay parse_ident position quote_ident quote_literal quote_nullable regexp_count
  regexp_instr regexp_like regexp_match regexp_matches regexp_replace regexp_split_to_array regexp_split_to_table
  regexp_substr repeat replace reverse right rpad rtrim set_bit set_byte sha224 sha256 sha384 sha512 similar_to_escape
  split_part starts_with string_to_array string_to_table strpos substr substring text to_bin to_char to_hex to_number
  to_oct translate unistr upper xmlcomment
  similarity word_similarity strict_word_similarity show_trgm`);

const TIMES = names(`
  age date date_add date_bin date_part date_subtract date_trunc extract isfinite justify_days justify_hours
  justify_interval make_date make_interval make_time make_timestamp make_timestamptz overlaps timezone to_date
  to_timestamp uuid_extract_timestamp uuid_extract_version`);

const ARRAYS_AND_RANGES = names(`
  array_append array_cat array_dims array_fill array_length array_lower array_ndims array_position array_positions
  array_prepend array_remove array_replace array_reverse array_sort array_to_string array_upper cardinality
  generate_subscripts trim_array unnest daterange int4range int8range int8multirange int4multirange datemultirange
  isempty lower_inc lower_inf multirange nummultirange numrange range_merge tsmultirange tsrange tstzmultirange
  tstzrange upper_inc upper_inf area box center circle diagonal diameter height isclosed isopen line lseg npoints path
  point polygon radius slope width host masklen network family inet_merge inet_same_family netmask broadcast`);

const DOCUMENTS = names(`
  array_to_json json_array_elements json_array_elements_text json_array_length json_build_array json_build_object
  json_each json_each_text json_extract_path json_extract_path_text json_object json_object_keys json_populate_record
  json_populate_recordset json_strip_nulls json_to_record json_to_recordset json_typeof jsonb_array_elements
  jsonb_array_elements_text jsonb_array_length jsonb_build_array jsonb_build_object jsonb_each jsonb_each_text
  jsonb_exists jsonb_exists_all jsonb_exists_any jsonb_contains jsonb_contained jsonb_extract_path
  jsonb_extract_path_text jsonb_insert jsonb_object jsonb_object_keys jsonb_path_exists
  jsonb_path_exists_tz jsonb_path_match jsonb_path_match_tz jsonb_path_query jsonb_path_query_array
  jsonb_path_query_array_tz jsonb_path_query_first jsonb_path_query_first_tz jsonb_path_query_tz jsonb_populate_record
  jsonb_populate_recordset jsonb_pretty jsonb_set jsonb_set_lax jsonb_strip_nulls jsonb_to_record jsonb_to_recordset
  jsonb_typeof row_to_json to_json to_jsonb`);

const SEARCH = names(`
  array_to_tsvector get_current_ts_config numnode phraseto_tsquery plainto_tsquery querytree setweight strip to_tsquery
  to_tsvector json_to_tsvector jsonb_to_tsvector ts_delete ts_filter ts_headline ts_rank ts_rank_cd tsquery_phrase
  tsvector_to_array websearch_to_tsquery hashtext hashint4 hashint4extended hashint8 hashint8extended
  hashtextextended`);

/**
 * Functions whose result depends on the values they are given and on nothing else that a submission could bend; but for age()
 * of one moment, and for a text such as `now` in the place of a time: `gate-clock.ts` refuses these.
 */
const CALCULATING: ReadonlySet<string> = new Set([
  ...AGGREGATES,
  ...NUMBERS,
  ...TEXTS,
  ...TIMES,
  ...ARRAYS_AND_RANGES,
  ...DOCUMENTS,
  ...SEARCH,
]);

/** Functions that look at the database or the clock: fine for looking around, not in an answer. */
const LOOKING: ReadonlySet<string> = new Set(
  names(`
  clock_timestamp col_description current_database current_schema current_schemas current_setting format_type
  gen_random_uuid has_table_privilege now obj_description pg_column_size pg_column_compression pg_get_constraintdef
  pg_get_expr pg_get_indexdef pg_get_partkeydef pg_get_statisticsobjdef pg_get_viewdef pg_index_column_has_property
  pg_index_has_property pg_indexam_has_property pg_indexes_size pg_mcv_list_items pg_partition_ancestors
  pg_partition_root pg_partition_tree pg_relation_filenode pg_relation_size pg_size_bytes pg_size_pretty
  pg_stat_get_numscans pg_table_size pg_table_is_visible pg_total_relation_size pg_typeof random statement_timestamp
  to_regclass transaction_timestamp uuidv4 uuidv7 version`),
);

/** Why the functions that people try are no answer. The first pattern that matches says it. */
const REASONS: readonly (readonly [RegExp, string])[] = [
  [
    /^set_config$/,
    'changes a setting. The plan has to be PostgreSQL’s own choice under the settings as they are.',
  ],
  [/^pg_(restore|clear)_\w*stats$/, 'overwrites statistics. They have to describe the rows that are there.'],
  [
    /^(nextval|setval|currval|lastval)$/,
    'reads or moves a sequence, which changes the database or depends on what ran before.',
  ],
  [/^pg_sleep/, 'waits. Nothing is gained by it.'],
  [/^(pg_|)(try_)?advisory|^pg_advisory|^pg_try_advisory/, 'takes a lock, which no answer needs.'],
  [
    /_to_xml(_and_xmlschema|schema)?$|^ts_stat$|^ts_rewrite$|^dblink|^crosstab|^connectby|^xpath_table$/,
    'runs SQL that is hidden in a text, where its plan cannot be seen.',
  ],
  [
    /^pg_(read|ls|stat)_(\w*_)?(file|dir|binary_file)|^pg_ls_|^lo_|^lo(read|write|import|export|creat)|^pg_file_/,
    'reads or writes files or large objects, which are no part of the data.',
  ],
  [
    /^pg_(terminate|cancel|reload|rotate|promote|switch|create_restore|backup|start|stop|logical|replication|export_snapshot|drop|create|stat_reset|stat_force|wal|log|import|notify|buffercache|prewarm|truncate)|^binary_upgrade/,
    'acts on the server. An answer only reads the data.',
  ],
  [
    /^(now|clock_timestamp|statement_timestamp|transaction_timestamp|timeofday|txid_|pg_current_)/,
    'reads the clock or the state of the server: the answer would differ from day to day.',
  ],
  [
    /^(random|random_normal|setseed|gen_random_uuid|uuidv[47])$/,
    'gives another value on every call, so the answer could not be compared.',
  ],
];

const OTHERWISE =
  'is not among the functions that an answer may call. Those for numbers, text, dates, JSON, arrays and search are, and all aggregates and window functions.';

export type FunctionUse = 'answer' | 'look-around';

/** Why a function may not be called, as the end of a sentence that begins with its name; undefined where it may. */
export function functionRefusal(parts: readonly string[], use: FunctionUse): string | undefined {
  const name = parts.at(-1) ?? '';
  const schema = parts.length > 1 ? parts.at(-2) : undefined;
  const builtIn = schema === undefined || schema === 'pg_catalog';
  if (builtIn && CALCULATING.has(name)) return undefined;
  if (builtIn && use === 'look-around' && LOOKING.has(name)) return undefined;
  if (!builtIn) return 'is in another schema than PostgreSQL’s own. Only built-in functions may be called.';
  return REASONS.find(([pattern]) => pattern.test(name))?.[1] ?? OTHERWISE;
}
