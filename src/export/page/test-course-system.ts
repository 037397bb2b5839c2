import * as z from 'zod';
import type { Launch } from './launch.ts';

/** For tests: how a course system launches a page by cmi5. */
export const LAUNCH: Launch = {
  endpoint: 'https://lms/xapi/',
  fetch: 'https://lms/fetch',
  actor: JSON.stringify({ account: { homePage: 'https://lms', name: 'ada' } }),
  registration: 'r',
  activityId: 'a',
};

const statement = z.object({ id: z.string(), verb: z.object({ id: z.string() }) });

/** How a statement is answered: by a status, by no connection, or by one that breaks after all was taken. */
type Answer = number | 'broken' | 'lost';

/** For tests: a course system that takes statements by cmi5, as its network is. */
export class TestCourseSystem {
  /** Answers to the next statements of each verb, one after the other; then all are taken. */
  answers: Record<string, Answer[]> = {};
  /** Verbs of the statements that were taken, in their order. */
  readonly taken: string[] = [];
  /** By verb, the ids of all that was sent. */
  readonly ids = new Map<string, Set<string>>();
  /** What the page noted, one after the other, and what is there. */
  readonly notes: string[] = [];
  note: string | undefined;
  mode = 'Normal';
  /** Each session's is given once. */
  tokenGiven = false;

  /** In place of the browser's. */
  readonly fetch = async (address: string, init: RequestInit = {}): Promise<Response> => {
    if (address === LAUNCH.fetch) return this.giveToken();
    if (address.includes('LMS.LaunchData'))
      return Response.json({ contextTemplate: {}, launchMode: this.mode, masteryScore: null });
    if (address.includes('planwright.stated')) return this.keepNote(init);
    if (address.includes('statements?')) {
      const verb = new URL(address).searchParams.get('verb')?.split('/').at(-1) ?? '';
      return Response.json({ statements: this.taken.filter((each) => each === verb) });
    }
    return address.endsWith('statements')
      ? this.takeStatement(String(init.body))
      : new Response(null, { status: 404 });
  };

  private giveToken(): Response {
    const answer = this.tokenGiven ? { 'error-code': '1' } : { 'auth-token': 't' };
    this.tokenGiven = true;
    return Response.json(answer);
  }

  private takeStatement(body: string): Response {
    const { id, verb } = statement.parse(JSON.parse(body));
    const name = verb.id.split('/').at(-1) ?? '';
    this.ids.set(name, (this.ids.get(name) ?? new Set()).add(id));
    const answer = this.answers[name]?.shift() ?? 200;
    if (answer === 'broken') throw new TypeError('the connection broke');
    if (answer === 200 || answer === 'lost') this.taken.push(name);
    if (answer === 'lost') throw new TypeError('the connection broke after all was said');
    return Response.json([], { status: answer });
  }

  private keepNote({ method, body }: RequestInit): Response {
    if (method === 'PUT') {
      this.note = String(body);
      this.notes.push(this.note);
      return new Response(null, { status: 204 });
    }
    return this.note === undefined ? new Response(null, { status: 404 }) : new Response(this.note);
  }
}
