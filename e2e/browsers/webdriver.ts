/** Enough of WebDriver (https://www.w3.org/TR/webdriver2/) to read a page with: one session of a browser. */
export interface WebDriver {
  readonly capabilities: Readonly<Record<string, unknown>>;
  goto(url: string): Promise<void>;
  /** The first element that an XPath finds, or undefined. */
  find(xpath: string): Promise<string | undefined>;
  /** Throws where the element cannot be clicked. */
  click(element: string): Promise<void>;
  /** Types into the element; keys without a character have the code points of the specification. */
  type(element: string, text: string): Promise<void>;
  /** Runs the body of a function in the page. */
  run(body: string, ...given: readonly string[]): Promise<unknown>;
  close(): Promise<void>;
}

const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

type Answer = Readonly<Record<string, unknown>>;

async function call(url: string, method: 'POST' | 'DELETE', body?: object): Promise<unknown> {
  const response = await fetch(url, { method, ...(body && { body: JSON.stringify(body) }) });
  const { value } = (await response.json()) as { readonly value: Answer | null };
  if (!response.ok)
    throw new Error([value?.error, value?.message].filter(Boolean).join(': ') || String(response.status));
  return value;
}

/** Begins a session with a driver that listens at this address. Throws where it cannot start its browser. */
export async function openSession(driver: string, wanted: object): Promise<WebDriver> {
  const made = (await call(`${driver}/session`, 'POST', { capabilities: { alwaysMatch: wanted } })) as {
    readonly sessionId: string;
    readonly capabilities: Answer;
  };
  const session = `${driver}/session/${made.sessionId}`;
  const post = (path: string, body: object) => call(`${session}/${path}`, 'POST', body);
  return {
    capabilities: made.capabilities,
    goto: async (url) => void (await post('url', { url })),
    find: async (xpath) => {
      const found = (await post('elements', { using: 'xpath', value: xpath })) as readonly Answer[];
      const id = found[0]?.[ELEMENT];
      return typeof id === 'string' ? id : undefined;
    },
    click: async (element) => void (await post(`element/${element}/click`, {})),
    type: async (element, text) => void (await post(`element/${element}/value`, { text })),
    run: (script, ...args) => post('execute/sync', { script, args }),
    close: async () => void (await call(session, 'DELETE')),
  };
}
