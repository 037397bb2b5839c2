/** A question as its lesson's page has it: parts of our own built page, to be shown as they are. */
export interface FoundQuestion {
  readonly question: readonly Node[];
  readonly answer: readonly Node[];
}

const pages = new Map<string, Promise<Document>>();

async function readPage(href: string): Promise<Document> {
  const response = await fetch(href);
  if (!response.ok) throw new Error(`the lesson could not be read (${response.status})`);
  return new DOMParser().parseFromString(await response.text(), 'text/html');
}

function pageAt(href: string): Promise<Document> {
  const known = pages.get(href);
  if (known) return known;
  const reading = readPage(href);
  pages.set(href, reading);
  reading.catch(() => pages.delete(href));
  return reading;
}

const copyOf = (element: Element): readonly Node[] =>
  [...element.childNodes].map((node) => document.importNode(node, true));

/** Takes a question and its answer from the lesson's page; undefined where the lesson no longer asks it. Rejects when offline. */
export async function findQuestion(href: string, element: string): Promise<FoundQuestion | undefined> {
  const page = await pageAt(href);
  const details = page.getElementById(element);
  const question = details?.querySelector('.question');
  const answer = details?.querySelector('.pw-prose');
  if (!question || !answer) return undefined;
  return { question: copyOf(question), answer: copyOf(answer) };
}
