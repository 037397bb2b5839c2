import { formatCount, formatPlural, formatShare } from '../../plan/format-figures.ts';
import type { InsideIndex } from '../../session/inside-index.ts';
import { keepUnits } from '../keep-units.ts';
import { BeforeAfter } from './before-after.tsx';
import { DescentView } from './descent-view.tsx';
import './inside.css';
import {
  describeDeduplication,
  describeGrowth,
  describeMap,
  describeTree,
  meanFill,
  nameLevel,
  showKey,
  windowOf,
} from './inside-text.ts';
import './machine.css';
import { PagesStill } from './pages-still.tsx';
import { TreePicture } from './tree-picture.tsx';

export interface InsideViewProps {
  readonly inside: InsideIndex;
  /** The same index at an earlier look: what became of it is told. */
  readonly before?: InsideIndex | undefined;
}

function Levels({ inside }: { readonly inside: InsideIndex }) {
  const top = inside.levels.length - 1;
  return (
    <table className="pw-inside-levels" aria-label="Levels">
      <thead>
        <tr>
          <th scope="col">Level</th>
          <th scope="col" data-numeric>
            Pages
          </th>
          <th scope="col" data-numeric>
            Entries
          </th>
          <th scope="col" data-numeric>
            Filled
          </th>
        </tr>
      </thead>
      <tbody>
        {inside.levels.map((pages, at) => (
          <tr key={pages[0]?.block}>
            <th scope="row">{nameLevel(top - at, top, pages.length)}</th>
            <td data-numeric>{formatCount(pages.length)}</td>
            <td data-numeric>{formatCount(pages.reduce((sum, { items }) => sum + items, 0))}</td>
            <td data-numeric>{formatShare(meanFill(pages))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function sideOf(title: string, tree: InsideIndex) {
  const picture = <TreePicture inside={{ ...tree, descent: undefined }} />;
  return { title: `${title}: ${formatPlural(tree.index.pages, 'page')}`, picture };
}

/** The first entries of the root, where no search shows them. */
function RootEntries({ inside }: { readonly inside: InsideIndex }) {
  const step = {
    block: inside.root,
    level: inside.levels.length - 1,
    entries: inside.rootEntries,
    taken: [],
  };
  if (step.level === 0) return null;
  const keys = windowOf(step).flatMap((row) =>
    row.kind === 'entry' ? [`${showKey(row.entry.key)} → page ${row.entry.child}`] : ['…'],
  );
  return (
    <p className="pw-inside-root">
      <span>The root, page {inside.root}, says from which key on to look where:</span> {keys.join(', ')}
    </p>
  );
}

/** A B-tree as it lies in its pages: its levels, the way of a search, what equal keys share, the table's map. */
export function InsideView({ inside, before }: InsideViewProps) {
  const { index, map, deduplication } = inside;
  const marks = {
    name: index.table,
    table: index.table,
    kind: 'table',
    pages: map.pages,
    touched: map.unmarked,
    mapPages: 0,
    via: undefined,
  } as const;
  return (
    <div className="pw-machine pw-inside">
      <p className="pw-machine-lead">{keepUnits(describeTree(inside))}</p>
      {before ? (
        <BeforeAfter
          lines={describeGrowth(before, inside)}
          nothing="Nothing changed in this index."
          sides={[sideOf('Before', before), sideOf('After', inside)]}
        />
      ) : (
        <TreePicture inside={inside} />
      )}
      <p className="pw-machine-aside">
        Each bar is a page, in key order, as high as it is full
        {inside.levels.some((level) => level.length > 270)
          ? '; where there are too many, a bar is several'
          : ''}
        .
      </p>
      <Levels inside={inside} />
      {inside.descent ? <DescentView inside={inside} /> : <RootEntries inside={inside} />}
      <p>{keepUnits(describeDeduplication(deduplication, index.unique))}</p>
      <div>
        <p>{keepUnits(describeMap(map, index.table))}</p>
        {map.unmarked.length > 0 && map.unmarked.length < map.pages && (
          <PagesStill relation={marks} lit="not marked" />
        )}
      </div>
      <p className="pw-machine-note">
        Read with pageinspect and pg_visibility from the pages themselves. {index.table} has the index on{' '}
        {index.columns.map(({ definition }) => definition).join(', ')}
        {index.predicate === undefined ? '' : `, where ${index.predicate}`}.
      </p>
    </div>
  );
}
