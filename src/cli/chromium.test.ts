import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { findChromium, noChromium, reasonIn, waysToChromium } from '../../scripts/chromium.mjs';
import { commandFolder } from './fixtures/command-folder.ts';

const { folder, script } = commandFolder();

describe('a Chromium', () => {
  it('is taken where it starts, and no other', () => {
    const broken = script('chromium', 'echo "cannot open shared object file" >&2', 'exit 127');
    const whole = script('google-chrome', 'echo "Chromium 1.2"');
    const env = { PATH: folder(), CHROMIUM_PATH: broken };
    expect(spawnSync(broken).status).toBe(127);
    expect(findChromium(env)).toBe(whole);
  });

  const none = { apk: false, apt: false, isUbuntu: false, asRoot: undefined };
  const linesOf = (system: Parameters<typeof waysToChromium>[0]) =>
    waysToChromium(system).map((way) =>
      way.map((command) =>
        command
          .join(' ')
          .replace(process.execPath, 'node')
          .replace(/\S+playwright-core\/cli\.js/, 'playwright'),
      ),
    );
  const download = ['node playwright install chromium'];
  const packages = 'install -y -qq --no-install-recommends chromium';

  it.each([
    ['anywhere else', none, [download]],
    ['on Alpine, as root', { ...none, apk: true, asRoot: [] }, [['apk add --no-cache chromium']]],
    ['on Alpine, as somebody', { ...none, apk: true }, []],
    [
      'on Debian, as root',
      { ...none, apt: true, asRoot: [] },
      [download, ['apt-get update -qq', `apt-get ${packages}`]],
    ],
    [
      'on Debian, with sudo',
      { ...none, apt: true, asRoot: ['sudo', '-n'] },
      [download, ['sudo -n apt-get update -qq', `sudo -n apt-get ${packages}`]],
    ],
    ['on Debian, as somebody without sudo', { ...none, apt: true }, [download]],
    [
      'on Ubuntu, whose package is a snap',
      { apk: false, apt: true, isUbuntu: true, asRoot: ['sudo', '-n'] },
      [download, ['sudo -n node playwright install-deps chromium']],
    ],
  ])('is installed %s', (_, system, ways) => {
    expect(linesOf(system)).toEqual(ways);
  });

  it('is said to be missing, with why and with what to do on this system', () => {
    const why = [
      reasonIn('Downloading Chrome\nError: getaddrinfo ENOTFOUND cdn.example\n    at GetAddrInfo'),
      reasonIn('Reading…\nE: Unable to locate package chromium\n'),
      reasonIn('sudo: a password is required\n'),
      reasonIn('Killed'),
    ];
    expect(noChromium({ ...none, apt: true }, why)).toBe(
      'no Chromium could be found or installed (getaddrinfo ENOTFOUND cdn.example; Unable to locate package chromium; a password is required): install Chrome or Chromium (as root: apt-get install chromium), or set CHROMIUM_PATH to its executable',
    );
    expect(noChromium(none, [])).toBe(
      'no Chromium could be found or installed: install Chrome or Chromium, or set CHROMIUM_PATH to its executable',
    );
  });
});
