/** What a lesson's scaffold is made of. */
export interface LessonScaffold {
  readonly order: number;
  readonly dataset: string;
  readonly table: string;
  /** The path of the JSON Schema, seen from the lesson's folder. */
  readonly schema: string;
}

/** A lesson that passes the check but for what it asks its author to write. */
export function lessonFile({ order, dataset, table, schema }: LessonScaffold): string {
  return `---
# yaml-language-server: $schema=${schema}
title: "TODO: what the lesson is called"
description: "TODO: one sentence of 20 to 200 characters: what the lesson is about"
order: ${order}
minutes: 10
dataset: ${dataset}
outcomes:
  - "TODO: what the reader can do afterwards, beginning with a verb"
concepts: []
---

TODO: begin with a problem that somebody has; one idea a paragraph, figures before adjectives

<Sql id="before" caption="TODO: what the block shows, in a few words" plan expect={{ rows: 3 }}>

\`\`\`sql
select * from ${table} limit 3;
\`\`\`

</Sql>

{/* A figure is taken from the run, never typed. expect={{ … }} above is what the check asserts of it. */}

It reads <Figure of="before" show="pages" /> pages.

<Predict id="what-next">
TODO: a question whose answer the next block shows

<Choice reply="TODO: where that goes wrong">TODO: what many would say</Choice>
<Choice correct>TODO: what is so</Choice>

<Answer>
TODO: why it is so
</Answer>
</Predict>

<Recall question="TODO: what to remember of this lesson">
TODO: the answer
</Recall>

<Cost>
TODO: what it costs to do as the lesson says
</Cost>
`;
}
