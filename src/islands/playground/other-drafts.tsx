import { headOf } from '../runs/outcome.ts';
import type { Draft } from './draft.ts';
import type { TextState } from './use-text.ts';

/** The reader's other texts: the one written last by a button, and all of them by their first lines. */
export function OtherDrafts({ draft }: { readonly draft: TextState }) {
  const [last] = draft.others;
  if (!last) return null;
  const open = (id: string) => {
    const chosen = draft.others.find((other) => other.id === id);
    if (chosen) draft.open(chosen);
  };
  const name = ({ text, dataset }: Draft) => `${headOf(text)} (${dataset})`;
  return (
    <>
      <button
        type="button"
        className="pw-button"
        title={`It begins with: ${headOf(last.text)}`}
        onClick={() => draft.open(last)}
      >
        Back to my draft
      </button>
      {draft.others.length > 1 && (
        <select aria-label="My other drafts" value="" onChange={(event) => open(event.target.value)}>
          <option value="" disabled>
            {draft.others.length} other drafts
          </option>
          {draft.others.map((other) => (
            <option key={other.id} value={other.id}>
              {name(other)}
            </option>
          ))}
        </select>
      )}
    </>
  );
}
