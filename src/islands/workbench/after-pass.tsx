import { useState } from 'react';
import { highlightSql } from '../block/highlight.ts';
import { CopyButton } from '../results/copy-button.tsx';
import './after-pass.css';
import { readAnswer } from './read-answer.ts';

export interface AfterPassProps {
  /** The lessons that sent the reader here. */
  readonly lessons: readonly { readonly href: string; readonly title: string }[];
  /** The file with the author's answer, from the site's root. */
  readonly answerFile: string;
}

function Sql({ sql }: { readonly sql: string }) {
  return (
    <pre className="pw-sql">
      {highlightSql(sql).map(({ kind, text }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a stretch is its place
        <span key={at} className={kind || undefined}>
          {text}
        </span>
      ))}
    </pre>
  );
}

type Read = { readonly kind: 'ok'; readonly sql: string } | { readonly kind: 'reading' | 'failed' };

/** The author's answer, which is fetched when it is opened first. */
function AuthorsAnswer({ file }: { readonly file: string }) {
  const [read, setRead] = useState<Read>({ kind: 'reading' });
  const fetchIt = () => {
    if (read.kind === 'ok') return;
    setRead({ kind: 'reading' });
    readAnswer(file).then(
      (sql) => setRead({ kind: 'ok', sql }),
      () => setRead({ kind: 'failed' }),
    );
  };
  return (
    <details className="pw-author" onToggle={({ currentTarget }) => currentTarget.open && fetchIt()}>
      <summary>The author’s answer</summary>
      {read.kind === 'reading' && <p className="pw-eyebrow">Loading</p>}
      {read.kind === 'failed' && (
        <p className="pw-notice" role="alert">
          It could not be read. Check the connection, close it here and open it again.
        </p>
      )}
      {read.kind === 'ok' && (
        <>
          <Sql sql={read.sql} />
          <p className="pw-author-foot">
            <span>Yours passed the same checks.</span>
            <CopyButton label="Copy" text={() => read.sql} />
          </p>
        </>
      )}
    </details>
  );
}

/** What a reader may want to see who has passed: what the author wrote, and the lessons on it. */
export function AfterPass({ lessons, answerFile }: AfterPassProps) {
  return (
    <div className="pw-after">
      <AuthorsAnswer file={answerFile} />
      {lessons.length > 0 && (
        <p className="pw-after-lessons">
          {lessons.length === 1 ? 'The lesson: ' : 'The lessons: '}
          {lessons.map(({ href, title }, at) => (
            <span key={href}>
              {at > 0 && ', '}
              <a href={href}>{title}</a>
            </span>
          ))}
        </p>
      )}
    </div>
  );
}
