import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as z from 'zod';

/**
 * A SCORM player that does to a package what Moodle 5.1 does: the page lies in a frame below the one with the API, it is
 * reached through a page that only leads on, what is recorded comes back at the next visit, a `masteryscore` decides the
 * status at the end of a session, and a session that ends without a status counts as completed.
 */

/** What is recorded of one learner's attempt. */
const recordSchema = z.object({
  status: z.string(),
  raw: z.string(),
  exit: z.string(),
  suspendData: z.string(),
});
export type ScormRecord = z.infer<typeof recordSchema>;

export interface Launch {
  readonly name: string;
  readonly learner: string;
  readonly mode: string;
}

const library = readFileSync(createRequire(import.meta.url).resolve('scorm-again/scorm12/min'), 'utf8');

/** In the player's page. */
const SCRIPT = `
const { learner, mode, mastery, record, track, launch } = JSON.parse(document.getElementById('visit').textContent);
const api = new Scorm12API({ autocommit: false, autoCompleteLessonStatus: true, mastery_override: true });
const { core } = api.cmi;
core.student_id = learner;
core.lesson_mode = mode;
core.credit = mode === 'normal' ? 'credit' : 'no-credit';
core.entry = record === null ? 'ab-initio' : record.exit === 'suspend' ? 'resume' : '';
core.lesson_status = record?.status ?? 'not attempted';
core.score.raw = record?.raw ?? '';
api.cmi.suspend_data = record?.suspendData ?? '';
api.cmi.student_data.mastery_score = mastery;
let exit = record?.exit ?? '';
api.on('LMSSetValue.cmi.core.exit', (_, value) => { exit = value; });
const store = () => navigator.sendBeacon(track, JSON.stringify({
  status: core.lesson_status, raw: String(core.score.raw), exit, suspendData: api.cmi.suspend_data }));
api.on('LMSCommit', store);
api.on('LMSFinish', store);
window.API = api;
const frame = document.createElement('iframe');
frame.title = 'Package';
frame.style = 'width: 100%; height: 666px; border: 0';
frame.src = launch;
document.body.append(frame);`;

function manifestFacts(manifest: string) {
  return {
    launch: /<resource [^>]*href="([^"]+)"/.exec(manifest)?.[1] ?? '',
    mastery: /<adlcp:masteryscore>([^<]*)</.exec(manifest)?.[1] ?? '',
  };
}

function asScriptText(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}

/** The page in which a learner opens a package. */
export function playerPage(at: Launch, manifest: string, record: ScormRecord | undefined): string {
  const { launch, mastery } = manifestFacts(manifest);
  const content = `/content/${encodeURIComponent(at.name)}/${launch}`;
  const visit = {
    ...at,
    mastery,
    record: record ?? null,
    track: `/track?${new URLSearchParams({ name: at.name, learner: at.learner })}`,
    launch: `/load?${new URLSearchParams({ to: content })}`,
  };
  return `<!doctype html><meta charset="utf-8"><title>Course system</title><body>
<script type="application/json" id="visit">${asScriptText(visit)}</script>
<script>${library}</script><script>${SCRIPT}</script>`;
}

/** The page that leads on to the package, once the API is found above it. */
export function loadingPage(to: string): string {
  return `<!doctype html><title>LoadSCO</title><script>if (parent.API) location.replace(${asScriptText(to)});</script>`;
}

export function readRecord(text: string): ScormRecord {
  return recordSchema.parse(JSON.parse(text));
}
