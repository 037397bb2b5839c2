import type { ReactNode } from 'react';

export interface EditorSectionProps {
  readonly onNear: () => void;
  readonly onFile: (file: File) => void;
  readonly children: ReactNode;
}

/** The editor’s place: a file that is dropped on it is opened. */
export function EditorSection({ onNear, onFile, children }: EditorSectionProps) {
  return (
    <section
      className="pw-play-editor"
      aria-label="Editor"
      onFocus={onNear}
      onPointerEnter={onNear}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        const file = event.dataTransfer.files[0];
        if (!file) return;
        event.preventDefault();
        onFile(file);
      }}
    >
      {children}
    </section>
  );
}
