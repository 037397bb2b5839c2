import { describe, expect, it } from 'vitest';
import { packageOf, withoutNotice } from './notices.ts';

describe('the licences of what is shipped', () => {
  it.each([
    ['/p/node_modules/react/index.js', 'react'],
    ['/p/node_modules/@astrojs/react/dist/client.js?x', '@astrojs/react'],
    ['\0/p/node_modules/a/node_modules/b/c.js?commonjs', 'b'],
    ['C:\\p\\node_modules\\zod\\index.js', 'zod'],
    ['/p/src/plan/plan.ts', undefined],
    ['\0vite/preload-helper.js', undefined],
  ])('knows the package of %s', (id, name) => {
    expect(packageOf(id)).toBe(name);
  });

  it('finds packages that no heading names', () => {
    const notices =
      '# Notices\n\n## react 19.3.1\n\n## @astrojs/react 7.0.0\n\nnearley is in the text alone\n';
    expect(withoutNotice(['react', 'nearley', '@astrojs/react', 'd3'], notices)).toEqual(['d3', 'nearley']);
  });
});
