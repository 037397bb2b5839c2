// How far an installation is. In plain Node 20.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Of the packages that a lock file names, how many are there; those that are made for some systems only are not counted.
 * @param {string} root
 * @returns {{ there: number, all: number }}
 */
function countPackages(root) {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const paths = Object.keys(packages).filter((path) => path !== '' && !packages[path].optional);
  const there = paths.filter((path) => existsSync(join(root, path, 'package.json')));
  return { there: there.length, all: paths.length };
}

/**
 * Says now and then how far an installation is, until the function is called that it gives.
 * @param {string} root
 * @param {number} everyMs
 * @param {(line: string) => void} say
 */
export function tellProgress(root, everyMs, say) {
  let told = 0;
  const tell = () => {
    told += 1;
    const { there, all } = countPackages(root);
    const seconds = Math.round((told * everyMs) / 1000);
    const slow = there === 0 ? ', and the registry has sent none so far' : '';
    say(`planwright: ${there} of ${all} packages are there after ${seconds} s${slow}`);
  };
  const timer = setInterval(tell, everyMs);
  return () => clearInterval(timer);
}
