// What npm says when it could not install, in one line: what happened, where, and what to do.

const NO_WAY =
  /^(ENOTFOUND|EAI_AGAIN|ECONN\w+|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|EIDLETIMEOUT|ERR_SOCKET_TIMEOUT)$/;
const NOT_TRUSTED = /CERT|^UNABLE_TO_|^ERR_(TLS|SSL)_/;
const NOT_WRITTEN = /^(EACCES|EPERM|EROFS)$/;

/**
 * The host of the first address that is named, without the name and password that may stand before it.
 * @param {string} said
 */
function hostIn(said) {
  const address = /\bhttps?:\/\/[^\s"'`]+/.exec(said)?.[0];
  return address !== undefined && URL.canParse(address) ? new URL(address).host : 'the npm registry';
}

/**
 * @param {string} said what npm said
 * @returns {string | undefined} undefined where it is best read as it was said
 */
export function npmProblem(said) {
  const told = (name) => new RegExp(`^npm (?:ERR!|error) ${name} (.+)$`, 'm').exec(said)?.[1];
  const code = told('code') ?? '';
  const host = hostIn(said);
  if (NO_WAY.test(code)) return `${host} cannot be reached (${code}): is there a network?`;
  if (/^E[45]\d\d$/.test(code))
    return `${host} answers ${code.slice(1)}: “npm config get registry” says which registry is asked`;
  if (code === 'FETCH_ERROR')
    return `${host} does not answer as an npm registry does: does the network ask for a login first?`;
  if (NOT_TRUSTED.test(code))
    return `${host} has a certificate that is not trusted (${code}): NODE_EXTRA_CA_CERTS may name a file with others`;
  const path = told('path');
  if (code === 'ENOSPC') return `the disk is full${path ? `, at ${path}` : ''}`;
  if (NOT_WRITTEN.test(code)) return `${path ?? 'a folder'} cannot be written (${code})`;
  return undefined;
}
