import type { IncomingMessage, ServerResponse } from 'node:http';
import { asSentence, type Finding, isAbout } from './findings.ts';

/** What the check has found so far, as a page that cannot be shown asks for it. */
export interface FoundSoFar {
  /** What was found; undefined before the first round. */
  found(): readonly Finding[] | undefined;
  /** Another one after each round. */
  round(): string;
  /** Resolves when the next round has been told, or after so long. */
  nextRound(withinMs: number): Promise<void>;
}

/** Tells with which round a page is up to date: it is loaded anew when that is another one. */
const ROUND = '/__authoring/round';
/** The page may be asked for before the check has told what the save broke. */
const WAIT_MS = 1500;

const COURSE_FILE = /^(?!.*_datasets\/).*\.ya?ml$/;

function inHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

function item({ file, line, column, what, fix }: Finding): string {
  const place = inHtml(`${file}:${line}:${column ?? 1}`);
  return `<li><code>${place}</code><br>${inHtml(asSentence(what))}<br>Fix: ${inHtml(asSentence(fix))}</li>`;
}

/** A page that cannot be shown: the check's own sentences on why. It comes back by itself once the files are others. */
function brokenInHtml(findings: readonly Finding[], isAboutIt: boolean, round: string): string {
  const where = isAboutIt ? 'Found in its files' : 'Found in the course';
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark"><title>This page has mistakes</title>
<body style="font: 1rem/1.5 sans-serif; max-width: 48rem; margin: 4rem auto; padding: 0 1rem; overflow-wrap: anywhere">
<h1>This page cannot be shown yet</h1><p>${where} by the check:</p><ul>${findings.map(item).join('\n')}</ul>
<p>It comes back by itself after the save that mends it.</p>
<script>
  const seen = ${JSON.stringify(round)};
  setInterval(async () => {
    const now = await fetch('${ROUND}').then((answer) => answer.text(), () => seen);
    if (now !== seen) location.reload();
  }, 700);
</script>`;
}

/** Findings about a page, else all that there are: any file may be why a page cannot be shown. */
async function whyBroken(path: string, status: number, course: FoundSoFar): Promise<string | undefined> {
  const about = () => (course.found() ?? []).filter((finding) => isAbout(finding, path));
  if (about().length === 0) await course.nextRound(WAIT_MS);
  const here = about();
  const all = course.found() ?? [];
  // With a course file that is wrong, other pages are missing than those that it leaves out.
  const others = status === 404 ? all.filter(({ file }) => COURSE_FILE.test(file)) : all;
  const told = here.length > 0 ? here : others;
  return told.length === 0 ? undefined : brokenInHtml(told, here.length > 0, course.round());
}

const isFailure = (status: unknown): status is 404 | 500 => status === 404 || status === 500;

/** Holds an answer of 404 or 500 back until it is known whether a page takes its place. */
function holdFailure(response: ServerResponse, instead: (status: number) => Promise<string | undefined>) {
  const { writeHead, write, end } = response;
  const own = { writeHead, write, end };
  const held: (() => void)[] = [];
  let failed: 404 | 500 | undefined;
  const finish = async (status: number): Promise<void> => {
    const html = await instead(status);
    Object.assign(response, own);
    if (html === undefined) {
      for (const call of held) call();
      return;
    }
    response.writeHead(500, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' });
    response.end(html);
  };
  const wrap =
    (name: keyof typeof own) =>
    (...args: readonly unknown[]): unknown => {
      const status: unknown = name === 'writeHead' ? args[0] : response.statusCode;
      if (!response.headersSent && isFailure(status)) failed = status;
      const call = (): unknown => Reflect.apply(own[name], response, args);
      if (failed === undefined) return call();
      held.push(call);
      if (name === 'end') void finish(failed);
      return name === 'write' ? true : response;
    };
  Object.assign(response, { writeHead: wrap('writeHead'), write: wrap('write'), end: wrap('end') });
}

type Next = () => void;

/** A middleware: a page of the course that cannot be shown says what the check found. `base` has no slash at its end. */
export function showBroken(course: FoundSoFar, base: string) {
  return (request: IncomingMessage, response: ServerResponse, next: Next): void => {
    const { pathname } = new URL(request.url ?? '/', 'http://here');
    if (pathname === ROUND) {
      response.writeHead(200, { 'Content-Type': 'text/plain', 'Cache-Control': 'no-store' });
      response.end(course.round());
      return;
    }
    if (request.headers.accept?.includes('text/html')) {
      const path = pathname.startsWith(base) ? pathname.slice(base.length) : pathname;
      holdFailure(response, (status) => whyBroken(path.endsWith('/') ? path : `${path}/`, status, course));
    }
    next();
  };
}
