import { z } from 'zod';
import { OWN_MODULES } from './modules.ts';

const kebab = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be kebab-case: lower-case words joined by hyphens');

const moduleSchema = z.strictObject({
  id: kebab.describe('The folder of its lessons, and the `module` of its exercises.'),
  title: z
    .string()
    .min(1)
    .optional()
    .describe('What the module is called. A module of the course that comes with Planwright keeps its own.'),
  promise: z.string().min(1).optional().describe('One sentence: what it lets the reader do.'),
});

/** The least contrast of text on its ground that WCAG asks for at level AA. */
const LEAST_CONTRAST = 4.5;

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** How far two colours (#rrggbb) are apart, from 1 to 21, as WCAG reckons it. */
export function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** The grounds that a course's colour has to be read on: `--pw-paper` of both themes. */
export const PAPERS = { light: '#fbfaf6', dark: '#16181c' } as const;

function colourOn(ground: keyof typeof PAPERS) {
  return z
    .string()
    .regex(/^#[0-9a-fA-F]{6}$/, 'a colour as #rrggbb')
    .refine(
      (colour) => !/^#[0-9a-fA-F]{6}$/.test(colour) || contrast(colour, PAPERS[ground]) >= LEAST_CONTRAST,
      {
        error: ({ input }) =>
          `${String(input)} has a contrast of ${contrast(String(input), PAPERS[ground]).toFixed(1)} to the ${ground} page; text needs ${LEAST_CONTRAST}: take a ${ground === 'light' ? 'darker' : 'lighter'} one`,
      },
    );
}

/** `planwright.config.yaml`: a course of one’s own. */
export const courseConfigSchema = z.strictObject({
  format: z.literal(1).describe('Version of this format.'),
  title: z.string().min(1).max(40).optional().describe('What the course is called, in the header.'),
  description: z.string().min(10).max(200).optional().describe('One sentence for search engines.'),
  colour: z
    .strictObject({
      light: colourOn('light').describe('On the light page, as #rrggbb.'),
      dark: colourOn('dark').describe('On the dark page, as #rrggbb.'),
    })
    .optional()
    .describe('The colour of links and buttons. Text in it has to be readable: a contrast of 4.5.'),
  content: z
    .string()
    .min(1)
    .default('content')
    .describe('Folder of the lessons, seen from this file: <module>/<lesson>.mdx.'),
  exercises: z
    .string()
    .min(1)
    .default('exercises')
    .describe('Folder of the exercises and of _datasets/, seen from this file.'),
  modules: z
    .array(moduleSchema)
    .min(1)
    .optional()
    .describe('The modules in reading order. A module that is not here is left out.'),
  'leave-out': z
    .array(z.string().min(1))
    .default([])
    .describe('Lessons (<module>/<lesson>) and exercises (their folder) that are not part of the course.'),
  glossary: z
    .record(z.string().min(1), z.string().min(1))
    .optional()
    .describe(
      'Terms for `<Term>` beside Planwright’s own, each with a sentence: { rideshare: One ride of several. }',
    ),
});

export type CourseConfig = z.infer<typeof courseConfigSchema>;

/** A course as it is built: what the configuration says, and Planwright’s own where it says nothing. */
export interface Course {
  readonly title: string;
  readonly description: string;
  readonly colour: { readonly light: string; readonly dark: string } | undefined;
  readonly modules: CourseModules;
  readonly leaveOut: readonly string[];
  /** Terms of its own, in lower case, with a sentence each. */
  readonly glossary: Readonly<Record<string, string>>;
}

type CourseModules = typeof OWN_MODULES;

const TITLE = 'Planwright';
const DESCRIPTION =
  'Learn to make PostgreSQL choose the plan you want, on a real PostgreSQL in your own browser.';

function titleOf(id: string): string {
  const words = id.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The course that a configuration describes; without one, the course that comes with Planwright. */
export function courseOf(config: CourseConfig | undefined): Course {
  const named = config?.modules?.map(({ id, title, promise }) => {
    const own = OWN_MODULES.find((module) => module.id === id);
    return { id, title: title ?? own?.title ?? titleOf(id), promise: promise ?? own?.promise ?? '' };
  });
  return {
    title: config?.title ?? TITLE,
    description: config?.description ?? DESCRIPTION,
    colour: config?.colour,
    modules: named ?? OWN_MODULES,
    leaveOut: config?.['leave-out'] ?? [],
    glossary: Object.fromEntries(
      Object.entries(config?.glossary ?? {}).map(([term, about]) => [term.toLowerCase(), about]),
    ),
  };
}
