import type { ComponentType } from 'react';
import { formatCount } from '../../plan/format-figures.ts';
import type { TouchedPages, TouchedRelation } from '../../session/touched-pages.ts';
import { keepUnits } from '../keep-units.ts';
import './machine.css';
import { PageCanvas } from './page-canvas.tsx';
import './pages.css';
import { describePages, describeRelation, describeTouched, inkOf, listBlocks } from './pages-text.ts';

export interface PagesGridProps {
  readonly touched: TouchedPages;
  /** What draws one relation's squares. */
  readonly Squares?: ComponentType<{ readonly relation: TouchedRelation }>;
}

function Relation({
  relation,
  Squares,
}: {
  readonly relation: TouchedRelation;
  readonly Squares: ComponentType<{ readonly relation: TouchedRelation }>;
}) {
  return (
    <li className="pw-pages-relation" data-ink={inkOf(relation.via)}>
      <p className="pw-pages-name">
        <strong>{relation.name}</strong> <span>{describeRelation(relation)}</span>
        <span className="pw-pages-count">{keepUnits(describeTouched(relation))}</span>
      </p>
      {relation.pages > 0 && <Squares relation={relation} />}
    </li>
  );
}

/** The same figures for reading: a row for each relation, with the numbers of the blocks. */
function PagesTable({ relations }: { readonly relations: readonly TouchedRelation[] }) {
  return (
    <details className="pw-pages-details">
      <summary>Block numbers</summary>
      <section
        className="pw-machine-scroll"
        aria-label="Block numbers"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
      >
        <table>
          <thead>
            <tr>
              <th scope="col">Relation</th>
              <th scope="col" data-numeric>
                Pages
              </th>
              <th scope="col" data-numeric>
                Looked at
              </th>
              <th scope="col">Blocks</th>
            </tr>
          </thead>
          <tbody>
            {relations.map((relation) => (
              <tr key={relation.name}>
                <th scope="row">{relation.name}</th>
                <td data-numeric>{formatCount(relation.pages)}</td>
                <td data-numeric>{formatCount(relation.touched.length)}</td>
                <td className="pw-pages-blocks">{listBlocks(relation.touched) || 'none'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}

/** Which pages of its tables and indexes a query looked at: a square a page, in the order of the file. */
export function PagesGrid({ touched, Squares = PageCanvas }: PagesGridProps) {
  return (
    <div className="pw-machine pw-pages">
      <p className="pw-machine-lead">{keepUnits(describePages(touched))}</p>
      {touched.relations.length > 0 && (
        <>
          <ul className="pw-pages-relations">
            {touched.relations.map((relation) => (
              <Relation key={relation.name} relation={relation} Squares={Squares} />
            ))}
          </ul>
          <p className="pw-machine-note">
            Each square is one page of 8 kB, in the order of the file. The cache was emptied, the query run
            and the cache read
            {touched.complete ? '.' : '. The query read more than the cache kept: some pages are missing.'}
          </p>
          <PagesTable relations={touched.relations} />
        </>
      )}
    </div>
  );
}
