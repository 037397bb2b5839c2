import type { SqlError } from '../../engine/engine.ts';
import { locateError } from './locate-error.ts';
import './results.css';

export interface SqlErrorProps {
  readonly sql: string;
  readonly error: SqlError;
  /** Which of several runs it ended. */
  readonly where?: string | undefined;
}

/** PostgreSQL's own message, with the line it points at and the place underlined. */
export function SqlErrorView({ sql, error, where }: SqlErrorProps) {
  const place = locateError(sql, error.position);
  return (
    <div className="pw-error" role="alert">
      {where !== undefined && <p>{where}, the query ends in an error:</p>}
      <p className="pw-error-message">{error.message}</p>
      {place !== undefined && (
        <div className="pw-error-place">
          <span className="pw-error-line">line {place.line}</span>
          <pre>
            {place.before}
            <mark>{place.at === '' ? ' ' : place.at}</mark>
            {place.after}
          </pre>
        </div>
      )}
      {error.detail !== undefined && <p>{error.detail}</p>}
      {error.hint !== undefined && <p>Hint: {error.hint}</p>}
      <p className="pw-figure-text">
        {error.severity} {error.sqlstate}
      </p>
    </div>
  );
}
