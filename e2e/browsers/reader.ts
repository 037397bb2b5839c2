import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** What a reader does on a page, whatever drives the browser. Waits for what it needs, for a minute at most. */
export interface Reader {
  /** The browser's name and version. */
  readonly browser: string;
  goto(url: string): Promise<void>;
  /** Clicks the first enabled button of the main part, or of what has that id, whose text begins so, or the tab of that name. */
  press(name: string, within?: string): Promise<void>;
  /** Replaces the text of the editor by typing. */
  write(sql: string): Promise<void>;
  /** Waits until an element that the selector finds holds the text. Throws where none does. */
  expectText(selector: string, text: string): Promise<void>;
  /** The text of the page's main part, as it is seen. */
  text(): Promise<string>;
  /** What the browser reported as errors of the page. */
  errors(): Promise<readonly string[]>;
  close(): Promise<void>;
}

export const WAIT_MS = 60_000;

/** Finds the buttons that `press` is about. */
export const buttonPath = (name: string, within?: string): string =>
  `//main${within === undefined ? '' : `//*[@id="${within}"]`}//button[not(@disabled or @aria-disabled="true" or @role)][starts-with(normalize-space(.), "${name}")]` +
  ` | //main//button[@role="tab" and not(@disabled)][normalize-space(.)="${name}"]`;

/** The first of these programs that is there, and runs with these arguments: names are looked for on the `PATH`. */
export function findProgram(names: readonly string[], trial = ['--version']): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const places = names.flatMap((name) =>
    name.includes('/') ? name : folders.map((folder) => join(folder, name)),
  );
  return places.find(
    (place) => existsSync(place) && spawnSync(place, trial, { stdio: 'ignore' }).status === 0,
  );
}

/** Ends the whole command with one line that says what is missing. */
export function refuse(line: string): never {
  console.error(`planwright: ${line}`);
  process.exit(1);
}
