import type { ReactNode } from 'react';
import { keepUnits } from '../keep-units.ts';
import './before-after.css';

export interface BeforeAfterProps {
  /** What changed, a sentence each. */
  readonly lines: readonly string[];
  /** What is said where there is none. */
  readonly nothing: string;
  /** The two pictures, each with its caption. */
  readonly sides: readonly { readonly title: string; readonly picture: ReactNode }[];
}

/** What became of an index or a page between two looks: in sentences, then both pictures one above the other. */
export function BeforeAfter({ lines, nothing, sides }: BeforeAfterProps) {
  return (
    <figure className="pw-before-after" aria-label="What changed">
      <p className="pw-eyebrow">What changed</p>
      {lines.length === 0 ? (
        <p>{nothing}</p>
      ) : (
        <ul>
          {lines.map((line) => (
            <li key={line}>{keepUnits(line)}</li>
          ))}
        </ul>
      )}
      <div className="pw-before-after-sides">
        {sides.map(({ title, picture }) => (
          <figure key={title}>
            <figcaption>{title}</figcaption>
            {picture}
          </figure>
        ))}
      </div>
    </figure>
  );
}
