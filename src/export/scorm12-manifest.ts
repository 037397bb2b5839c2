import { type PackageFacts, xmlText } from './xml.ts';

/** An XML name from an id: `one-customers-orders` is one already, `indexing/covering` is not. */
function identifier(prefix: string, id: string): string {
  return `${prefix}-${id.replace(/[^A-Za-z0-9_.-]+/g, '-')}`;
}

/** A path as the reference to a file inside a package. */
function reference(path: string): string {
  return xmlText(path.split('/').map(encodeURIComponent).join('/'));
}

/** The standard’s own schemas. The manifest names the first two; they name the others. */
export const SCHEMAS = ['imscp_rootv1p1p2.xsd', 'adlcp_rootv1p2.xsd', 'ims_xml.xsd', 'imsmd_rootv1p2p1.xsd'];
const LOCATIONS = `
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xsi:schemaLocation="http://www.imsproject.org/xsd/imscp_rootv1p1p2 imscp_rootv1p1p2.xsd http://www.adlnet.org/xsd/adlcp_rootv1p2 adlcp_rootv1p2.xsd"`;

/**
 * `imsmanifest.xml` of a package with one SCO, for SCORM 1.2. `files` are all others in the package. It names no
 * `masteryscore`: with one, a course system calls everybody “failed” who leaves with less, and ends the attempt. The page
 * says itself what is passed. Schemas are named only where the package holds them.
 */
export function scorm12Manifest(facts: PackageFacts, files: readonly string[]): string {
  const title = xmlText(facts.title);
  const located = SCHEMAS.every((name) => files.includes(name)) ? LOCATIONS : '';
  const listed = files.map((path) => `      <file href="${reference(path)}"/>`).join('\n');
  return `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="${identifier('planwright', facts.id)}" version="1.0"
  xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2"${located}>
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>1.2</schemaversion>
  </metadata>
  <organizations default="planwright">
    <organization identifier="planwright">
      <title>${title}</title>
      <item identifier="item-1" identifierref="resource-1" isvisible="true">
        <title>${title}</title>
      </item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="resource-1" type="webcontent" adlcp:scormtype="sco" href="${reference(facts.launch)}">
${listed}
    </resource>
  </resources>
</manifest>
`;
}
