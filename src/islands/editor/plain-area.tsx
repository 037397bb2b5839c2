import { type KeyboardEvent, memo, type RefObject } from 'react';
import { highlightLines } from '../block/highlight.ts';
import { useLive } from '../use-live.ts';

export interface PlainAreaProps {
  readonly area: RefObject<HTMLTextAreaElement | null>;
  readonly label: string;
  readonly value: string;
  /** Raised when the value was replaced from outside. */
  readonly revision: number;
  readonly onFocus: () => void;
  readonly onChange: (value: string) => void;
  readonly onRun: () => void;
  readonly onCheck: () => void;
}

/** Longer texts are not coloured here: each keystroke draws all of it. */
const MOST_COLOURED = 20_000;

/** The text in colour, with a number for each line. */
const Coloured = memo(function Coloured({ value }: { readonly value: string }) {
  const lines = highlightLines(value);
  return (
    <pre className="pw-sql" aria-hidden="true">
      {lines.map((tokens, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place
        <span key={line} className="pw-editor-line">
          {tokens.map(({ kind, text }, at) =>
            kind === '' ? (
              text
            ) : (
              // biome-ignore lint/suspicious/noArrayIndexKey: a stretch is its place
              <span key={at} className={kind}>
                {text}
              </span>
            ),
          )}
          {'\n'}
        </span>
      ))}
    </pre>
  );
});

function isRunKey(event: KeyboardEvent): boolean {
  return event.key === 'Enter' && (event.ctrlKey || event.metaKey);
}

/** A labelled text area over its own coloured text: all of an editor that needs no script to be read. */
export function PlainArea(props: PlainAreaProps) {
  const { area, label, value, revision, onFocus, onChange, onRun, onCheck } = props;
  const coloured = value.length <= MOST_COLOURED;
  // What is typed before the page's script runs would be lost to it.
  const live = useLive();
  return (
    <div className="pw-editor-plain" data-coloured={coloured || undefined}>
      {/* Another text is drawn anew: lines that were changed into others would count as having moved. */}
      {coloured && <Coloured key={revision} value={value} />}
      <textarea
        ref={area}
        aria-label={label}
        value={value}
        readOnly={!live}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        onFocus={onFocus}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (!isRunKey(event)) return;
          event.preventDefault();
          if (event.shiftKey) onCheck();
          else onRun();
        }}
      />
    </div>
  );
}
