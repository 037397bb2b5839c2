import { type PassedOn, passOn } from './pass-on.ts';

export interface DamagingSite extends PassedOn {
  /** How often each path was asked for. */
  readonly asked: ReadonlyMap<string, number>;
}

/** The site at another address, where the first answer for each path that matches has a wrong byte, and may be kept like a sound one. */
export async function serveDamagedOnce(site: string, pattern: RegExp): Promise<DamagingSite> {
  const asked = new Map<string, number>();
  const passed = await passOn(site, (path, body, response) => {
    const times = (asked.get(path) ?? 0) + 1;
    asked.set(path, times);
    if (pattern.test(path) && times === 1) body[5000] = (body[5000] ?? 0) ^ 255;
    response.end(body);
  });
  return { ...passed, asked };
}
