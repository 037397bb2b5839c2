export interface SaidProps {
  /** What was said of the last command, or of the text. */
  readonly said: string | undefined;
  /** True where a file is the way to keep the text or to pass it on. */
  readonly offersFile: boolean;
  readonly onSave: () => void;
}

/** What was said, and the file where that is what helps. */
export function Said({ said, offersFile, onSave }: SaidProps) {
  return (
    <div className="pw-play-said">
      <div role="status">{said && <p>{said}</p>}</div>
      {offersFile && (
        <button type="button" className="pw-button" onClick={onSave}>
          Save as file
        </button>
      )}
    </div>
  );
}
