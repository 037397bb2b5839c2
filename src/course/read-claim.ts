import { NODE_KINDS } from '../checks/keys.ts';
import { issueInWords, nearest, withoutFollowing } from '../exercise/issue-in-words.ts';
import { type Claim, claimSchema } from './claim.ts';
import type { LessonBlock, SourceError } from './lesson-source.ts';

export type ClaimRead =
  | { readonly kind: 'none' }
  | { readonly kind: 'ok'; readonly claim: Claim }
  | { readonly kind: 'wrong'; readonly problems: readonly SourceError[] };

/** Where an author reads what can be claimed. */
const GUIDE = 'write what docs/authoring.md says under “expect”; the page /teach/ has it too';

const KEYS = Object.keys(claimSchema.shape);

/** A node that EXPLAIN prints in another way; undefined where it is right, or none that is known. */
function misspelt(node: string): string | undefined {
  const known: readonly string[] = NODE_KINDS;
  if (known.includes(node)) return undefined;
  const plain = (name: string) => name.toLowerCase().replaceAll(' ', '');
  return known.find((kind) => plain(kind) === plain(node)) ?? nearest(node, known);
}

/** Nodes that a claim names in another way than EXPLAIN does, whatever else is wrong with it. */
function misspeltNodes(expect: unknown): readonly Pick<SourceError, 'what' | 'fix'>[] {
  if (typeof expect !== 'object' || expect === null) return [];
  return ['node', 'none'].flatMap((key) => {
    const name: unknown = Reflect.get(expect, key);
    const near = typeof name === 'string' ? misspelt(name) : undefined;
    return near === undefined ? [] : [{ what: `EXPLAIN prints no “${name}”`, fix: `write ${near}` }];
  });
}

/** Reads the claim of a block: what it says, or what cannot be claimed and how to write it. */
export function readClaim(file: string, { expect, line, id }: LessonBlock): ClaimRead {
  if (expect === undefined) return { kind: 'none' };
  const about = `the claim of block “${id}”: `;
  const told = ({ what, fix }: Pick<SourceError, 'what' | 'fix'>) => ({
    file,
    line,
    what: `${about}${what}`,
    fix,
  });
  const nodes = misspeltNodes(expect).map(told);
  const parsed = claimSchema.safeParse(expect);
  if (parsed.success)
    return nodes.length === 0 ? { kind: 'ok', claim: parsed.data } : { kind: 'wrong', problems: nodes };
  const keysAt = (path: readonly PropertyKey[]) => (path.length === 0 ? KEYS : []);
  const problems = withoutFollowing(parsed.error.issues).flatMap((issue) => {
    if (issue.path.length === 0 && issue.code === 'invalid_type')
      return [told({ what: 'it is no object', fix: 'write expect={{ rows: 3 }}' })];
    if (issue.code === 'custom') return [told({ what: issue.message, fix: GUIDE })];
    return issueInWords(issue, expect, keysAt, []).map(({ what, fix }) =>
      told({ what: what.replace(/^the front matter\b/, 'it'), fix }),
    );
  });
  return { kind: 'wrong', problems: [...problems, ...nodes] };
}
