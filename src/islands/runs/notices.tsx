import { MAX_NOTICES, type Notice } from '../../engine/engine.ts';
import './notices.css';

/** What PostgreSQL said beside the results. */
export function Notices({ notices }: { readonly notices: readonly Notice[] }) {
  if (notices.length === 0) return null;
  return (
    <section
      className="pw-notices"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      aria-label="Notices"
    >
      {notices.map((notice, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: notices repeat, places do not
        <p key={at} className="pw-figure-text">
          {`${notice.severity}: ${notice.message}`}
        </p>
      ))}
      {notices.length >= MAX_NOTICES && (
        <p>No more than {MAX_NOTICES} are kept; any after them were left out.</p>
      )}
    </section>
  );
}
