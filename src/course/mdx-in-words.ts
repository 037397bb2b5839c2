/** A complaint of the MDX parser, as an author reads it. */
export interface MdxInWords {
  readonly what: string;
  readonly fix: string;
  /** Where the tag stands that it is about, where that is another place. */
  readonly line?: number;
  readonly column?: number;
}

type Rule = readonly [said: RegExp, tell: (found: RegExpExecArray) => MdxInWords];

/** Elements of HTML that hold nothing. */
const EMPTY = /^<(br|hr|img|input|wbr)\b/;

const RULES: readonly Rule[] = [
  [
    /^Could not parse expression with acorn/,
    () => ({
      what: 'what stands between { and } is no value',
      fix: 'in prose put it into `code`, or write \\{ for {; a claim has two pairs: expect={{ rows: 3 }}',
    }),
  ],
  [
    /^Unexpected character `!`.* before name/,
    () => ({ what: 'a comment of HTML cannot stand here', fix: 'write it as {/* a comment */}' }),
  ],
  [
    /^Unexpected character `(.+?)` .*before name/,
    ([, letter]) => ({
      what: `< begins a tag, and “${letter}” begins no name`,
      fix: 'put it into `code`, or write &lt; for <',
    }),
  ],
  [
    /^Unexpected character `(.+?)` .*before attribute value/,
    ([, letter]) => ({
      what: `the value of an attribute cannot begin with ${letter}`,
      fix: 'write it in straight quotes: id="first"',
    }),
  ],
  [
    /^Expected a closing tag for `(<([\w.]*)[^`]*>)` \((\d+):(\d+)/,
    ([, tag = '', name, line, column]) => ({
      what: `${tag} is never closed`,
      fix: EMPTY.test(tag)
        ? `write <${name} />`
        : `write </${name}> where it ends; what is fenced inside it ends with \`\`\` too`,
      line: Number(line),
      column: Number(column),
    }),
  ],
];

/** What the MDX parser said, in words and with what to do. */
export function mdxInWords(message: string): MdxInWords {
  for (const [said, tell] of RULES) {
    const found = said.exec(message);
    if (found) return tell(found);
  }
  return { what: message, fix: 'mend the MDX or the front matter there' };
}
