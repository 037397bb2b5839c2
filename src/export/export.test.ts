import { Scorm12API } from 'scorm-again';
import { beforeEach, describe, expect, it } from 'vitest';
import { emptyProgress, withLesson, withPrediction } from '../progress/progress.ts';
import { cmi5Structure } from './cmi5-structure.ts';
import { readLaunch, readLearner } from './page/launch.ts';
import { afterCheck, afterProgress, nothingYet, type PackagedPage } from './page/outcome.ts';
import { findScorm12Api, openScorm12, timespan } from './page/scorm12.ts';
import { findBase, joinsBase, rewritePage, rewriteScript, rewriteStyle, wayToRoot } from './rewrite.ts';
import { SCHEMAS, scorm12Manifest } from './scorm12-manifest.ts';

const exercise = {
  kind: 'exercise',
  id: 'one-customers-orders',
  title: 'One customer’s <orders> & "more"\u0007',
  description: 'The whole table for one customer.',
  launch: 'exercises/one-customers-orders/index.html',
} as const;
const lesson = {
  ...exercise,
  kind: 'lesson',
  id: 'indexing/covering',
  launch: 'learn/indexing/covering/index.html',
} as const;

/** Elements of well-formed XML with their attributes and text; throws where tags do not match. */
function readXml(xml: string) {
  const open: string[] = [];
  const found: {
    readonly name: string;
    readonly at: Readonly<Record<string, string>>;
    readonly path: string;
  }[] = [];
  for (const [, close, name = '', rest = '', self] of xml.matchAll(/<(\/?)([\w:]+)([^<>]*?)(\/?)>/g)) {
    if (close) {
      if (open.pop() !== name) throw new Error(`</${name}> closes another element`);
      continue;
    }
    const at = Object.fromEntries(
      [...rest.matchAll(/([\w:]+)="([^"<]*)"/g)].map(([, key, value]) => [key, value]),
    );
    open.push(name);
    found.push({ name, at, path: open.join('/') });
    if (self) open.pop();
  }
  if (open.length > 0) throw new Error(`<${open.at(-1)}> is never closed`);
  if (/&(?!(amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i.test(xml)) throw new Error('a bare ampersand');
  return found;
}

describe('imsmanifest.xml', () => {
  const files = ['_astro/a b.js', '_astro/x.css', exercise.launch];
  const xml = scorm12Manifest(exercise, files);
  const elements = readXml(xml);
  const of = (name: string) => elements.filter((element) => element.name === name).map(({ at }) => at);

  it('is SCORM 1.2 with one organization, one item and one SCO', () => {
    expect(xml).toContain('<schemaversion>1.2</schemaversion>');
    expect(of('organizations')).toEqual([{ default: of('organization')[0]?.identifier }]);
    expect(of('item').map(({ identifierref }) => identifierref)).toEqual(
      of('resource').map(({ identifier }) => identifier),
    );
    expect(of('resource')).toEqual([
      { identifier: 'resource-1', type: 'webcontent', 'adlcp:scormtype': 'sco', href: exercise.launch },
    ]);
  });

  it('has identifiers that are XML names and unique', () => {
    const ids = elements.flatMap(({ at }) => at.identifier ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^[A-Za-z_][\w.-]*$/.test(id))).toEqual([]);
    expect(readXml(scorm12Manifest(lesson, [])).find(({ name }) => name === 'manifest')?.at.identifier).toBe(
      'planwright-indexing-covering',
    );
  });

  it('lists every file by a relative reference, the launched one too', () => {
    expect(of('file').map(({ href }) => decodeURIComponent(href ?? ''))).toEqual(files);
    expect(of('file').every(({ href }) => !/^\/|\\|\s/.test(href ?? ''))).toBe(true);
  });

  it('names schemas only where the package holds them', () => {
    expect(xml).not.toContain('schemaLocation');
    const held = scorm12Manifest(exercise, [...files, ...SCHEMAS]);
    const named = [...(/schemaLocation="([^"]*)"/.exec(held)?.[1] ?? '').matchAll(/\S+\.xsd/g)].map(String);
    expect(named.length).toBe(2);
    expect(SCHEMAS).toEqual(expect.arrayContaining(named));
  });

  it('asks for no score, by which a course system would call “failed” who comes back later', () => {
    for (const facts of [exercise, lesson]) expect(scorm12Manifest(facts, [])).not.toContain('masteryscore');
    expect(xml).toContain('One customer’s &lt;orders&gt; &amp; &quot;more&quot;</title>');
  });
});

describe('cmi5.xml', () => {
  it('holds a course and one assignable unit, in the order of the schema', () => {
    const elements = readXml(cmi5Structure(exercise, undefined));
    expect(elements.map(({ path }) => path.replace('courseStructure/', '')).slice(1)).toEqual([
      'course',
      'course/title',
      'course/title/langstring',
      'course/description',
      'course/description/langstring',
      'au',
      'au/title',
      'au/title/langstring',
      'au/description',
      'au/description/langstring',
      'au/url',
    ]);
    expect(elements[0]?.at.xmlns).toBe('https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd');
  });

  it('has two different IRIs, the same at every export, and the site’s where it is on the web', () => {
    const ids = (site?: string) => readXml(cmi5Structure(lesson, site)).flatMap(({ at }) => at.id ?? []);
    expect(new Set(ids()).size).toBe(2);
    expect(ids()).toEqual(ids());
    for (const id of [...ids(), ...ids('https://example.org/course/')]) expect(URL.canParse(id)).toBe(true);
    expect(ids('https://example.org/course/')[1]).toBe('https://example.org/course/learn/indexing/covering/');
  });

  it('moves on by passing an exercise and by completing a lesson', () => {
    const au = (facts: typeof exercise | typeof lesson) =>
      readXml(cmi5Structure(facts, undefined)).find(({ name }) => name === 'au')?.at;
    expect(au(exercise)).toMatchObject({ moveOn: 'Passed', masteryScore: '1.0', launchMethod: 'AnyWindow' });
    expect(au(lesson)).toMatchObject({ moveOn: 'Completed' });
    expect(au(lesson)?.masteryScore).toBeUndefined();
  });
});

describe('a page in a package', () => {
  const page = `<!DOCTYPE html><html lang="en"><head><link href="/course/_astro/a.css"></head><body>
<a class="x" href="/course/learn/a/">A</a> <a href="#b">B</a>
<astro-island component-url="/course/_astro/w.js"></astro-island><script>new Worker('/course/_astro/k.js')</script></body></html>`;
  const options = { path: 'exercises/x/index.html', base: '/course/', root: { 'data-r': '"' }, head: '<i>' };

  it('finds its base, and its way to the root', () => {
    expect(findBase(page)).toBe('/course/');
    expect(findBase('<link href="/_astro/a.css">')).toBe('/');
    expect(wayToRoot('index.html')).toBe('./');
    expect(wayToRoot('a/b/index.html')).toBe('../../');
  });

  it('asks for its files by relative addresses, and leads nowhere without a site', () => {
    const there = rewritePage(page, { ...options, site: undefined });
    expect(there).not.toContain('"/');
    expect(there).not.toContain("'/");
    expect(there).toContain('href="../../_astro/a.css"');
    expect(there).toContain('component-url="../../_astro/w.js"');
    expect(there).toContain(`new Worker('../../_astro/k.js')`);
    expect(there).toContain('<a class="x">A</a> <a href="#b">B</a>');
    expect(there).toContain('<html data-r="&quot;" lang="en">');
    expect(there).toContain('<i></head>');
  });

  it('leads to the site where there is one', () => {
    const there = rewritePage(page, { ...options, site: 'https://example.org/s/' });
    expect(there).toContain(
      '<a class="x" href="https://example.org/s/learn/a/" target="_blank" rel="noopener">',
    );
  });

  it.each(['/', '/course/'])('has scripts and styles that know no address (base %s)', (base) => {
    const script = `a=\`${base}_astro/x.js\`;b="${base}engine/y";c=e=>{return\`${base}\`+e};d="${base}other"`;
    const there = rewriteScript(script, '_astro/s.js', base);
    const root = 'new URL("../",import.meta.url).href';
    expect(there).toBe(
      `a=\`\${${root}}_astro/x.js\`;b=(${root}+"engine/y");c=e=>{return ${root}+e};d="${base}other"`,
    );
    expect([joinsBase(script, base), joinsBase(there, base)]).toEqual([true, false]);
    const style = rewriteStyle(`url(${base}_astro/f.woff2)url("${base}_astro/g")`, '_astro/s.css', base);
    expect(style).toBe('url(../_astro/f.woff2)url("../_astro/g")');
  });
});

describe('what is reported', () => {
  const page: PackagedPage = { kind: 'exercise', id: 'x', predictions: 0 };
  const read: PackagedPage = { kind: 'lesson', id: 'm/l', predictions: 2 };

  it('of an exercise: the best share of its checks, and that it passed, for good', () => {
    const half = afterCheck(nothingYet, page, { exercise: 'x', passed: false, share: 0.5 });
    expect(half).toEqual({ complete: false, passed: false, score: 0.5 });
    expect(afterCheck(half, page, { exercise: 'x', passed: false, share: 0.2 }).score).toBe(0.5);
    const passed = afterCheck(half, page, { exercise: 'x', passed: true, share: 1 });
    expect(afterCheck(passed, page, { exercise: 'x', passed: false, share: 0 })).toEqual(passed);
    expect(afterCheck(half, page, { exercise: 'other', passed: true, share: 1 })).toBe(half);
  });

  it('of a lesson: that it was read, and the predictions that were right, since it was opened', () => {
    const old = withPrediction(withLesson(emptyProgress, 'm/l', true, 1), 'm/l#a', '1', true, 1);
    expect(afterProgress(nothingYet, read, old, 5)).toEqual({ complete: false, passed: undefined, score: 0 });
    const now = withLesson(withPrediction(old, 'm/l#b', '1', true, 6), 'm/l', true, 7);
    expect(afterProgress(nothingYet, read, now, 5)).toEqual({
      complete: true,
      passed: undefined,
      score: 0.5,
    });
  });
});

describe('SCORM 1.2, with scorm-again as the course system', () => {
  let api: Scorm12API;
  let clock = 0;
  beforeEach(() => {
    api = new Scorm12API({ autocommit: false });
    clock = 1_000;
  });
  const core = () => [api.cmi.core.lesson_status, api.cmi.core.score.raw];

  it('goes from incomplete to passed, and keeps the best score', () => {
    const times: string[] = [];
    api.on('LMSSetValue.cmi.core.session_time', (_: string, time: string) => times.push(time));
    const { reporter } = openScorm12(api, undefined, () => clock);
    expect(core()).toEqual(['incomplete', '']);
    reporter.report({ complete: false, passed: false, score: 0.7 });
    reporter.report({ complete: false, passed: false, score: 0.4 });
    expect(core()).toEqual(['incomplete', '70']);
    reporter.report({ complete: true, passed: true, score: 1 });
    clock += 3_723_450;
    reporter.close();
    reporter.close();
    expect(core()).toEqual(['passed', '100']);
    expect(times).toEqual(['0001:02:03.45']);
    expect(api.isTerminated()).toBe(true);
    expect(api.LMSGetLastError()).toBe('0');
  });

  it('completes a lesson, which nothing passes', () => {
    openScorm12(api).reporter.report({ complete: true, passed: undefined, score: 0.5 });
    expect(core()).toEqual(['completed', '50']);
  });

  it('makes nothing worse that an earlier session reported', () => {
    api.cmi.core.lesson_status = 'passed';
    api.cmi.core.score.raw = '100';
    const { reporter } = openScorm12(api);
    reporter.report({ complete: false, passed: false, score: 0.1 });
    reporter.close();
    expect(core()).toEqual(['passed', '100']);
  });

  it('is found above the page and above its opener, and not in a loop of frames', () => {
    const lms = { API: api };
    const frame = { parent: { parent: lms } };
    expect(findScorm12Api(frame)).toBe(api);
    const alone: { parent?: object; opener?: object } = { opener: frame };
    alone.parent = alone;
    expect(findScorm12Api(alone)).toBe(api);
    const loop: { parent?: object } = {};
    loop.parent = { parent: loop };
    expect(findScorm12Api(loop)).toBeUndefined();
  });

  it('writes a time as CMITimespan', () => {
    expect([timespan(0), timespan(59_999), timespan(10 * 3_600_000)]).toEqual([
      '0000:00:00.00',
      '0000:00:59.99',
      '0010:00:00.00',
    ]);
  });
});

describe('a cmi5 launch', () => {
  it('takes all five parameters, and is none with fewer', () => {
    const query = 'endpoint=https%3A%2F%2Flms%2Fxapi&fetch=f&actor=%7B%7D&registration=r&activityId=a';
    expect(readLaunch(`?${query}`)).toEqual({
      endpoint: 'https://lms/xapi/',
      fetch: 'f',
      actor: '{}',
      registration: 'r',
      activityId: 'a',
    });
    expect(readLaunch(`?${query.replace('fetch=f&', '')}`)).toBeUndefined();
    expect(readLaunch('')).toBeUndefined();
  });

  it('names the learner by the account', () => {
    const launch = { endpoint: 'e', fetch: 'f', registration: 'r', activityId: 'a' };
    const account = { name: 'ada', homePage: 'https://lms' };
    const actor = JSON.stringify({ objectType: 'Agent', account });
    expect(readLearner({ ...launch, actor })).toBe('https://lms ada');
    expect(readLearner({ ...launch, actor: 'no JSON' })).toBe('no JSON');
  });
});
