// Loaded before an npm script is read, and in words that Node 10 knows: it would stop at the syntax of the others.

/**
 * Why the project cannot be used with a Node of this version, and what to do; undefined where it can.
 * @param {string} version
 * @returns {string | undefined}
 */
function nodeProblem(version) {
  if (Number(version.split('.')[0]) >= 20) return undefined;
  return `Node ${version} is too old: install Node 20 or later from https://nodejs.org`;
}

const problem = nodeProblem(process.versions.node);
if (problem !== undefined) {
  console.error(`planwright: ${problem}`);
  process.exit(1);
}

module.exports = { nodeProblem };
