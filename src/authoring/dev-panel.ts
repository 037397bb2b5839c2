import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { AstroIntegration } from 'astro';
import { anchorAt } from './anchors.ts';
import type { Finding } from './findings.ts';

const CLI = join(import.meta.dirname, '..', 'cli');
const CHANGED = 'planwright:findings';

interface Round {
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
function startCheck(tell: (findings: readonly Finding[]) => void): ChildProcess {
  const child = spawn(process.execPath, [join(CLI, 'check.ts'), '--watch', '--files', '--json'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (!line.startsWith('{')) return;
    const round: Round = JSON.parse(line);
    tell(withAnchors(round.problems));
  });
  return child;
}

/** Runs a command for as long as the page listens, and sends what it prints as it comes. */
function sendOutput(response: ServerResponse, args: readonly string[]): void {
  response.writeHead(200, { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' });
  const child = spawn(process.execPath, [...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  child.stdout.pipe(response);
  response.on('close', () => child.kill());
}

const ID = '[a-z0-9]+(?:-[a-z0-9]+)*';
const ANSWERS = new RegExp(`^/__authoring/answers/(${ID})$`);
const CHECK = new RegExp(`^/__authoring/check/(${ID}(?:/${ID})?)$`);

/** Grades the answers of one exercise, or runs the check of one page. */
function answer(request: IncomingMessage, response: ServerResponse, next: () => void): void {
  const url = request.url ?? '';
  const [exercise, page] = [ANSWERS, CHECK].map((pattern) => pattern.exec(url)?.[1]);
  if (exercise !== undefined) sendOutput(response, [join(CLI, 'check-answers.ts'), exercise]);
  else if (page !== undefined) sendOutput(response, [join(CLI, 'check.ts'), page, '--json']);
  else next();
}

/** The authoring panel of `npm run dev`: the check's findings in the page, and every answer with its evidence. */
export function authoringPanel(): AstroIntegration {
  return {
    name: 'planwright:authoring',
    hooks: {
      'astro:config:setup': ({ command, injectScript }) => {
        if (command === 'dev') injectScript('page', "import '/src/authoring/panel.ts';");
      },
      'astro:server:setup': ({ server }) => {
        let latest: readonly Finding[] | undefined;
        const child = startCheck((findings) => {
          latest = findings;
          server.ws.send({ type: 'custom', event: CHANGED, data: findings });
        });
        server.ws.on('planwright:hello', (_, client) => {
          if (latest) client.send(CHANGED, latest);
        });
        server.middlewares.use(answer);
        server.httpServer?.on('close', () => child.kill());
        process.once('exit', () => child.kill());
      },
    },
  };
}
