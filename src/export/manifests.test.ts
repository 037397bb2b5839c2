import { describe, expect, it } from 'vitest';
import { cmi5Structure } from './cmi5-structure.ts';
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
