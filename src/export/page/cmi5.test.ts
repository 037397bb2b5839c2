import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import type { Shelf } from '../../progress/store.ts';
import { openCmi5 } from './cmi5.ts';
import type { Launch } from './launch.ts';
import type { Outcome } from './outcome.ts';

const launch: Launch = {
  endpoint: 'https://lms/xapi/',
  fetch: 'https://lms/fetch',
  actor: JSON.stringify({ account: { homePage: 'https://lms', name: 'ada' } }),
  registration: 'r',
  activityId: 'a',
};
const passed: Outcome = { complete: true, passed: true, score: 1 };
const read: Outcome = { complete: true, passed: undefined, score: 0.5 };
const sent = z.object({ id: z.string(), verb: z.object({ id: z.string() }) });

/** What the course system answers to statements of a verb, one after the other; then it takes them. */
let answers: { [verb: string]: (number | 'broken' | 'lost')[] };
/** What was taken, and all that was sent, with the statements' ids. */
let taken: string[];
let ids: Map<string, Set<string>>;
let notes: string[];
let note: string | undefined;
let mode: string;
let said: (string | undefined)[];
let shelf: Map<string, string>;
/** Each session's is given once. */
let tokenGiven: boolean;

function answerStatement(body: string): Response {
  const { id, verb } = sent.parse(JSON.parse(body));
  const name = verb.id.split('/').at(-1) ?? '';
  ids.set(name, (ids.get(name) ?? new Set()).add(id));
  const answer = answers[name]?.shift() ?? 200;
  if (answer === 'broken') throw new TypeError('the connection broke');
  if (answer === 200 || answer === 'lost') taken.push(name);
  if (answer === 'lost') throw new TypeError('the connection broke after all was said');
  return Response.json([], { status: answer });
}

function answerNote({ method, body }: RequestInit): Response {
  if (method === 'PUT') {
    note = String(body);
    notes.push(note);
    return new Response(null, { status: 204 });
  }
  return note === undefined ? new Response(null, { status: 404 }) : new Response(note);
}

async function courseSystem(address: string, init: RequestInit = {}): Promise<Response> {
  if (address === launch.fetch) {
    const answer = tokenGiven ? { 'error-code': '1' } : { 'auth-token': 't' };
    tokenGiven = true;
    return Response.json(answer);
  }
  if (address.includes('LMS.LaunchData'))
    return Response.json({ contextTemplate: {}, launchMode: mode, masteryScore: null });
  if (address.includes('planwright.stated')) return answerNote(init);
  if (address.includes('statements?')) {
    const verb = new URL(address).searchParams.get('verb')?.split('/').at(-1) ?? '';
    return Response.json({ statements: taken.filter((each) => each === verb) });
  }
  return address.endsWith('statements')
    ? answerStatement(String(init.body))
    : new Response(null, { status: 404 });
}

beforeEach(() => {
  answers = {};
  taken = [];
  ids = new Map();
  notes = [];
  note = undefined;
  mode = 'Normal';
  said = [];
  shelf = new Map();
  tokenGiven = false;
  vi.useFakeTimers();
  vi.stubGlobal('fetch', courseSystem);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const shelfOver = (map: Map<string, string>): Shelf => ({
  getItem: (key) => map.get(key) ?? null,
  setItem: (key, value) => void map.set(key, value),
  removeItem: (key) => void map.delete(key),
});
/** Opens the page in a tab: a new one for each session, the same where the page is loaded again. */
const open = (tab = new Map<string, string>()) => {
  tokenGiven &&= tab.size > 0;
  return openCmi5(launch, {
    shelf: shelfOver(shelf),
    tab: shelfOver(tab),
    tell: (trouble) => said.push(trouble),
  });
};
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

describe('what is stated by cmi5', () => {
  it('is stated once a registration, in order, and noted', async () => {
    const first = open();
    first.report(passed);
    first.report(passed);
    await pass(1_000);
    first.close();
    await pass(1_000);
    const second = open();
    second.report(passed);
    await pass(1_000);
    expect(taken).toEqual(['initialized', 'completed', 'passed', 'terminated', 'initialized']);
    expect(notes).toEqual(['{"completed":true,"passed":true}']);
    expect([said.at(-1), shelf.size]).toEqual([undefined, 0]);
  });

  it.each([503, 429, 401, 'broken'] as const)('is told again where the answer was %s', async (answer) => {
    answers = { completed: [answer], passed: [answer] };
    const reporter = open();
    reporter.report(passed);
    await pass(1_000);
    expect(taken).toEqual(['initialized']);
    expect(notes).toEqual([]);
    expect(said.at(-1)).toContain('has not taken your result yet');
    await pass(2_000);
    expect(taken).toEqual(['initialized', 'completed', 'passed']);
    expect(notes).toEqual(['{"completed":true,"passed":true}']);
    expect(said.at(-1)).toBeUndefined();
    // Who has it already, and whose answer was lost, takes it for the same statement.
    expect([...ids.values()].map((each) => each.size)).toEqual([1, 1, 1]);
  });

  it('is not stated again where only the answer was lost, or where the page was left before it came', async () => {
    answers = { passed: ['lost'] };
    const first = open();
    first.report(passed);
    await pass(1_000);
    expect([taken, said.at(-1)]).toEqual([['initialized', 'completed', 'passed'], undefined]);
    note = undefined;
    shelf.set('planwright.owed.r a', '{"passed":true,"score":1}');
    open();
    await pass(1_000);
    expect(taken.slice(3)).toEqual(['initialized']);
    expect([note, shelf.size]).toEqual(['{"completed":true,"passed":true}', 0]);
  });

  it('is noted as far as it was taken', async () => {
    answers = { passed: [503] };
    const reporter = open();
    reporter.report(passed);
    await pass(1_000);
    expect(notes).toEqual(['{"completed":true,"passed":false}']);
    reporter.report(passed);
    await pass(0);
    expect(taken).toEqual(['initialized', 'completed', 'passed']);
    expect(note).toBe('{"completed":true,"passed":true}');
  });

  it('is told in a later session where no earlier one was heard, and then no more', async () => {
    answers = { completed: Array(20).fill(403), passed: Array(20).fill(403) };
    const first = open();
    first.report(passed);
    await pass(600_000);
    first.close();
    await pass(0);
    expect(taken).toEqual(['initialized', 'terminated']);
    answers = {};
    open();
    await pass(1_000);
    expect(taken.slice(2)).toEqual(['initialized', 'completed', 'passed']);
    expect(shelf.size).toBe(0);
    open();
    await pass(1_000);
    expect(taken.slice(5)).toEqual(['initialized']);
  });

  it('is nothing but its beginning and its end where it is only looked at', async () => {
    mode = 'Browse';
    const reporter = open();
    reporter.report(read);
    await pass(1_000);
    reporter.close();
    await pass(0);
    expect([taken, shelf.size]).toEqual([['initialized', 'terminated'], 0]);
  });

  it('begins with “initialized”, for which it waits', async () => {
    answers = { initialized: [503, 503] };
    const reporter = open();
    reporter.report(read);
    await pass(1_000);
    expect(taken).toEqual([]);
    await pass(20_000);
    expect(taken).toEqual(['initialized', 'completed']);
  });

  it('is nothing where the course system refuses the beginning, and the learner is told', async () => {
    answers = { initialized: [403] };
    const reporter = open();
    reporter.report(read);
    await pass(1_000);
    reporter.close();
    await pass(0);
    expect(taken).toEqual([]);
    expect(said).toEqual([expect.stringContaining('does not answer as it must')]);
  });
});

describe('a page that is loaded again', () => {
  it('goes on with a session that did not end, which begins once', async () => {
    const tab = new Map<string, string>();
    open(tab);
    await pass(1_000);
    const again = open(tab);
    again.report(passed);
    await pass(1_000);
    again.close();
    await pass(0);
    expect(taken).toEqual(['initialized', 'completed', 'passed', 'terminated']);
    expect(said.at(-1)).toBeUndefined();
  });

  it.each(['lost', 'broken', 403] as const)(
    'goes on where the answer to “initialized” was not seen, and that again is %s',
    async (answer) => {
      const tab = new Map<string, string>();
      answers = { initialized: Array(4).fill(answer === 403 ? 'lost' : answer) };
      open(tab);
      await pass(1_000);
      answers = { initialized: answer === 403 ? [403] : [] };
      open(tab).report(passed);
      await pass(1_000);
      expect(new Set(taken)).toEqual(new Set(['initialized', 'completed', 'passed']));
      expect([...ids.values()].map((each) => each.size)).toEqual([1, 1, 1]);
      expect(said.at(-1)).toBeUndefined();
    },
  );

  it('states nothing after “terminated”, but keeps the result for the next session', async () => {
    const tab = new Map<string, string>();
    open(tab).close();
    await pass(1_000);
    const again = open(tab);
    again.report(passed);
    await pass(600_000);
    again.close();
    await pass(0);
    expect(taken).toEqual(['initialized', 'terminated']);
    expect(said.at(-1)).toContain('The session with your course system ended');
    open();
    await pass(1_000);
    expect(taken.slice(2)).toEqual(['initialized', 'completed', 'passed']);
  });

  it('says that it is not heard where the tab remembers nothing, as the token is given once', async () => {
    open(new Map());
    await pass(1_000);
    tokenGiven = true;
    openCmi5(launch, { shelf: undefined, tab: undefined, tell: (trouble) => said.push(trouble) });
    await pass(1_000);
    expect(said.at(-1)).toContain('does not answer as it must');
    expect(taken).toEqual(['initialized']);
  });

  it('keeps nothing of a page that is only looked at', async () => {
    mode = 'Browse';
    const tab = new Map<string, string>();
    open(tab).close();
    await pass(1_000);
    open(tab).report(passed);
    await pass(1_000);
    expect([shelf.size, said]).toEqual([0, []]);
  });
});
