import { correlatedColumns } from './correlated-columns.ts';
import { correlatedSubquery } from './correlated-subquery.ts';
import { duplicateIndex } from './duplicate-index.ts';
import { fileNotShorter } from './file-not-shorter.ts';
import { functionOnColumn } from './function-on-column.ts';
import { invalidIndex } from './invalid-index.ts';
import { joinWithoutIndex } from './join-without-index.ts';
import { keysetApart } from './keyset-apart.ts';
import { leadingWildcard } from './leading-wildcard.ts';
import { likeOperatorClass } from './like-operator-class.ts';
import { lowSelectivity } from './low-selectivity.ts';
import { materializedFence } from './materialized-fence.ts';
import type { Misconception } from './misconception.ts';
import { notInNull } from './not-in-null.ts';
import { offsetReadsSkipped } from './offset-reads-skipped.ts';
import { orAcrossColumns } from './or-across-columns.ts';
import { partialNotImplied } from './partial-not-implied.ts';
import { partitionKeyInFunction } from './partition-key-in-function.ts';
import { partitionKeyMissing } from './partition-key-missing.ts';
import { partsApart } from './parts-apart.ts';
import { rangeBeforeEquality } from './range-before-equality.ts';
import { redundantWriteCost } from './redundant-write-cost.ts';
import { selectStar } from './select-star.ts';
import { semiJoinAlready } from './semi-join-already.ts';
import { sortNotServed } from './sort-not-served.ts';
import { spilledToDisk } from './spilled-to-disk.ts';
import { staleStatistics } from './stale-statistics.ts';
import { typeMismatch } from './type-mismatch.ts';
import { uniqueWithoutPartitionKey } from './unique-without-partition-key.ts';
import { visibilityMapNotSet } from './visibility-map-not-set.ts';
import { wholeGroupForOne } from './whole-group-for-one.ts';
import { wrongLeadingColumn } from './wrong-leading-column.ts';

/** The catalogue, in the order in which findings are shown: what makes an answer wrong first, what it costs last. */
export const allMisconceptions: readonly Misconception[] = [
  uniqueWithoutPartitionKey,
  notInNull,
  keysetApart,
  invalidIndex,
  typeMismatch,
  functionOnColumn,
  leadingWildcard,
  likeOperatorClass,
  rangeBeforeEquality,
  wrongLeadingColumn,
  partialNotImplied,
  partsApart,
  sortNotServed,
  duplicateIndex,
  joinWithoutIndex,
  visibilityMapNotSet,
  selectStar,
  orAcrossColumns,
  offsetReadsSkipped,
  correlatedColumns,
  staleStatistics,
  correlatedSubquery,
  materializedFence,
  wholeGroupForOne,
  spilledToDisk,
  fileNotShorter,
  partitionKeyInFunction,
  partitionKeyMissing,
  semiJoinAlready,
  lowSelectivity,
  redundantWriteCost,
];
