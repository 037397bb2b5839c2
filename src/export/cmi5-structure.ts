import { type PackageFacts, xmlText } from './xml.ts';

/** An IRI that is the same whenever the same page is exported: the site’s own where it is on the web. */
function iri({ kind, id }: PackageFacts, site: string | undefined): string {
  const path = kind === 'exercise' ? `exercises/${id}/` : `learn/${id}/`;
  return site === undefined ? `urn:planwright:${kind}:${id}` : new URL(path, site).href;
}

/**
 * `cmi5.xml` of a course with one assignable unit. An exercise is done when it is passed, which takes the full score; a
 * lesson when it is completed.
 */
export function cmi5Structure(facts: PackageFacts, site: string | undefined): string {
  const id = xmlText(iri(facts, site));
  const text = (name: string, value: string) =>
    `<${name}><langstring lang="en">${xmlText(value)}</langstring></${name}>`;
  const about = `${text('title', facts.title)}\n    ${text('description', facts.description || facts.title)}`;
  const judged = facts.kind === 'exercise' ? 'moveOn="Passed" masteryScore="1.0"' : 'moveOn="Completed"';
  return `<?xml version="1.0" encoding="UTF-8"?>
<courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd">
  <course id="${id}${id.endsWith('/') ? '' : '/'}course">
    ${about}
  </course>
  <au id="${id}" ${judged} launchMethod="AnyWindow">
    ${about}
    <url>${xmlText(facts.launch)}</url>
  </au>
</courseStructure>
`;
}
