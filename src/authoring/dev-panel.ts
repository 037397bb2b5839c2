import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync, unwatchFile, watchFile } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { AstroIntegration, AstroIntegrationLogger } from 'astro';
import type { ViteDevServer } from 'vite';
import { anchorAt } from './anchors.ts';
import { showBroken } from './broken-pages.ts';
import { findCourse } from './course-file.ts';
import { type Finding, newInWords, staleInWords } from './findings.ts';
import { goneInHtml, watchPresence } from './presence.ts';
import { createRounds } from './rounds.ts';
import { createRunLog, type Told } from './run-log.ts';

const CLI = join(import.meta.dirname, '..', 'cli');
const CHANGED = 'planwright:findings';

interface Round {
  readonly ids: readonly string[];
  readonly problems: readonly Omit<Finding, 'anchor'>[];
}

function withAnchors(problems: Round['problems']): readonly Finding[] {
  const texts = new Map<string, string>();
  return problems.map((problem) => {
    const path = resolve(problem.file);
    const text = texts.get(path) ?? (existsSync(path) ? readFileSync(path, 'utf8') : '');
    texts.set(path, text);
    return { ...problem, anchor: anchorAt(problem.file, text, problem.line) };
  });
}

/** Checks the files after each change, for as long as the server lives. No database is opened for that. */
function startCheck(tell: (findings: readonly Finding[], ids: readonly string[]) => void): ChildProcess {
  const child = spawn(process.execPath, [join(CLI, 'check.ts'), '--watch', '--files', '--json'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (!line.startsWith('{')) return;
    const round: Round = JSON.parse(line);
    tell(withAnchors(round.problems), round.ids);
  });
  return child;
}

/** Runs a command for as long as the page listens, and sends what it prints as it comes. Resolves with its exit code. */
function sendOutput(response: ServerResponse, args: readonly string[]): Promise<number | null> {
  response.writeHead(200, { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' });
  const child = spawn(process.execPath, [...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  child.stdout.pipe(response);
  response.on('close', () => child.kill());
  return new Promise((resolve) => child.on('exit', resolve));
}

const ID = '[a-z0-9]+(?:-[a-z0-9]+)*';
const ANSWERS = new RegExp(`^/__authoring/answers/(${ID})$`);
const CHECK = new RegExp(`^/__authoring/check/(${ID}(?:/${ID})?)$`);

/** Grades the answers of one exercise, or runs the check of one page; false where the address is neither. */
async function answer(url: string, response: ServerResponse, ran: (id: string) => void): Promise<boolean> {
  const [exercise, page] = [ANSWERS, CHECK].map((pattern) => pattern.exec(url)?.[1]);
  if (exercise !== undefined) {
    const code = await sendOutput(response, [join(CLI, 'check-answers.ts'), exercise]);
    if (code === 0) ran(exercise);
    return true;
  }
  if (page === undefined) return false;
  const code = await sendOutput(response, [join(CLI, 'check.ts'), page, '--json']);
  // 1: it ran, and found something.
  if (code === 0 || code === 1) ran(page);
  return true;
}

/** Ends the server, to be started again; `npm run dev` says with which exit code it is. */
function startAnew(logger: AstroIntegrationLogger, why: string): void {
  const again = Number(process.env.PLANWRIGHT_DEV_AGAIN);
  if (!again) {
    logger.warn(`${why}: end this server, and start it again`);
    return;
  }
  logger.info(`${why}: the server starts anew`);
  process.exit(again);
}

/** Starts the server anew once the course file is another one, and can be read. Returns a function that ends it. */
function followConfig(logger: AstroIntegrationLogger): () => void {
  const file = resolve(findCourse().configFile.file);
  watchFile(file, { interval: 300 }, () => {
    // What is wrong with it the check tells; the server goes on with the course that it has.
    if (findCourse().errors.length === 0) startAnew(logger, 'the course file has changed');
  });
  return () => unwatchFile(file);
}

/**
 * While a folder of the course is gone every page says so, and nothing else. Once it is back the server starts anew: what
 * watched the folder is of no use any more. So it does where the course file has changed.
 */
function followCourse(server: ViteDevServer, logger: AstroIntegrationLogger): void {
  let gone: string | undefined;
  const { content, exercises } = findCourse();
  const end = watchPresence([content, exercises], {
    gone: (folder) => {
      gone = folder;
      logger.error(`${folder} is gone: no page of the course can be shown before it is there again`);
    },
    back: () => startAnew(logger, 'the course is there again'),
  });
  const stop = followConfig(logger);
  server.middlewares.use((request: IncomingMessage, response: ServerResponse, next: () => void) => {
    if (gone === undefined || !request.headers.accept?.includes('text/html')) return next();
    response.writeHead(503, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' });
    response.end(goneInHtml(gone));
  });
  server.httpServer?.on('close', () => {
    end();
    stop();
  });
}

/** Serves the panel: the findings after each change, and the runs that it asks for. */
function servePanel(server: ViteDevServer, logger: AstroIntegrationLogger): void {
  const log = createRunLog();
  const rounds = createRounds();
  let latest: readonly Finding[] | undefined;
  const told = (findings: readonly Finding[]): Told<Finding> => ({ findings, runs: log.lastRuns() });
  const tell = (): void => {
    if (latest) server.ws.send({ type: 'custom', event: CHANGED, data: told(latest) });
  };
  const child = startCheck((findings, ids) => {
    // The first round is about no save: the server has just started, and nothing was run.
    if (latest) log.saved(ids, Date.now());
    for (const line of newInWords(latest ?? [], findings)) logger.warn(line);
    for (const id of ids) if (latest && id.startsWith('_datasets/')) logger.warn(staleInWords(id));
    latest = findings;
    rounds.told(findings);
    tell();
  });
  server.ws.on('planwright:hello', (_, client) => {
    if (latest) client.send(CHANGED, told(latest));
  });
  server.middlewares.use(showBroken(rounds, server.config.base.replace(/\/$/, '')));
  server.middlewares.use(async (request: IncomingMessage, response: ServerResponse, next: () => void) => {
    const began = Date.now();
    const taken = await answer(request.url ?? '', response, (id) => {
      log.ran(id, began);
      tell();
    });
    if (!taken) next();
  });
  server.httpServer?.on('close', () => child.kill());
  process.once('exit', () => child.kill());
}

/** The authoring panel of `npm run dev`: the check's findings in the page, and every answer with its evidence. */
export function authoringPanel(): AstroIntegration {
  return {
    name: 'planwright:authoring',
    hooks: {
      'astro:config:setup': ({ command, injectScript }) => {
        if (command === 'dev') injectScript('page', "import '/src/authoring/panel.ts';");
      },
      'astro:server:setup': ({ server, logger }) => {
        followCourse(server, logger);
        servePanel(server, logger);
      },
    },
  };
}
