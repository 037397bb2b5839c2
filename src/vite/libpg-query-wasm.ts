import type { Plugin } from 'vite';

/**
 * libpg-query asks for its wasm by a bare file name, which a bundler cannot follow. This makes the name a URL that
 * the bundler sees, so that the file is emitted with a hash. The development server does not bundle, and a browser
 * finds no export in the file as it is: there it gets one.
 */
export function libpgQueryWasm(): Plugin {
  const bareName = /locateFile\(\s*(["'])libpg-query\.wasm\1\s*\)/g;
  return {
    name: 'planwright:libpg-query-wasm',
    enforce: 'pre',
    transform: {
      filter: { id: /libpg-query[\\/]wasm[\\/]libpg-query\.js/ },
      handler(code) {
        const replaced = code.replace(bareName, 'new URL("./libpg-query.wasm", import.meta.url).href');
        if (replaced === code) {
          this.error(
            'libpg-query no longer loads its wasm by name. Fix: adapt src/vite/libpg-query-wasm.ts to this version.',
          );
        }
        const served = this.environment.mode === 'dev';
        return { code: served ? `${replaced}\nexport default PgQueryModule;\n` : replaced, map: null };
      },
    },
  };
}
