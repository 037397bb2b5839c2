import { expect, type FrameLocator, type Locator, type Page, type Worker } from '@playwright/test';

/** A workbench as a person finds it: by roles and names only. */
export interface Bench {
  readonly page: Page;
  readonly editor: Locator;
  readonly results: Locator;
  readonly plan: Locator;
  readonly checks: Locator;
  press(name: 'Run' | 'Check' | 'Reset' | 'Stop' | 'Hint'): Promise<void>;
  /** Replaces the text of the editor, as typing does. */
  write(sql: string): Promise<void>;
  /**
   * Replaces the text, in the plain text area for as long as nobody called for the editor by a focus: loading that takes
   * a third of a journey. For journeys that are not about writing.
   */
  put(sql: string): Promise<void>;
  /** What stands in the editor, or in the plain text area that is there before it. */
  text(): Promise<string>;
  idle(): Promise<void>;
}

/** What `fill` does, without the focus. */
function fillUnfocused(area: SVGElement | HTMLElement, text: string): void {
  const { set } = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value') ?? {};
  set?.call(area, text);
  area.dispatchEvent(new Event('input', { bubbles: true }));
}

/** Opens an exercise's page and waits until its buttons work. */
export async function openExercise(page: Page, id: string): Promise<Bench> {
  await page.goto(`exercises/${id}/`);
  const bench = benchOf(page);
  await expect(page.getByRole('button', { name: 'Run', exact: true })).toBeEnabled();
  return bench;
}

/** The workbench of a page, or of a frame in it. */
export function benchOf(page: Page, root: Page | FrameLocator = page): Bench {
  const editor = root.getByRole('region', { name: 'Editor' });
  const button = (name: string) => root.getByRole('button', { name, exact: true });
  const focusText = async () => {
    const box = editor.getByRole('textbox').first();
    await box.focus();
    await expect(
      editor.locator('.monaco-editor textarea, .monaco-editor [role=textbox]').first(),
    ).toBeFocused();
  };
  const write = async (sql: string) => {
    await focusText();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.press('Delete');
    await page.keyboard.insertText(sql);
  };
  return {
    page,
    editor,
    results: root.getByRole('tabpanel', { name: 'Results' }),
    plan: root.getByRole('tabpanel', { name: 'Plan' }),
    checks: root.getByRole('region', { name: 'Checks' }),
    async press(name) {
      await button(name).click();
    },
    write,
    async put(sql) {
      const area = editor.locator('.pw-editor-plain textarea');
      if ((await area.count()) > 0) await area.evaluate(fillUnfocused, sql);
      else await write(sql);
    },
    async text() {
      const area = editor.locator('.pw-editor-plain textarea');
      if ((await area.count()) > 0) return area.inputValue();
      const lines = await editor.locator('.view-line').allTextContents();
      return lines.join('\n').replaceAll('\u00a0', ' ');
    },
    async idle() {
      await expect(button('Run')).toBeEnabled({ timeout: 60_000 });
    },
  };
}

/** Checks the text and waits for the verdict on it: one on an earlier text says that it is about that. */
export async function check(bench: Bench): Promise<void> {
  await bench.press('Check');
  await expect(bench.checks.getByRole('status')).toHaveText(/^(Exercise passed|Not yet)$/, {
    timeout: 60_000,
  });
  await bench.idle();
}

/** The databases that a page has, each in a worker of its own. */
export function databaseWorkers(page: Page): readonly Worker[] {
  return page.workers().filter((worker) => /browser-worker/.test(worker.url()));
}
