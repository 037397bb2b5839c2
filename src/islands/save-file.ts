/** Some browsers begin to read the file only after a while. */
const KEPT_MS = 10_000;

/** Hands the reader a text as a file, by the browser's downloads. `type` is its media type. */
export function saveFile(name: string, text: string, type: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
}
