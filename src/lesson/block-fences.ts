import type { AstroIntegration } from 'astro';
import { processorPlugins } from './processor-plugins.ts';

/** What is looked at of a fenced block in Markdown. */
interface Fence {
  readonly lang?: string | null;
}

/** What the Markdown processor tells about a fence's place, and takes. */
interface FencePlace<F> {
  parent(fence: F): { readonly name?: unknown } | undefined;
  setProperty(fence: F, key: 'lang', value: string): void;
}

/** The language of fences that nobody colours while Markdown is made to HTML. */
export const UNCOLOURED = 'sql-of-a-block';

/** Marks the SQL of a `<Sql>`, which takes its block's text and colours that itself. */
export function leaveUncoloured<F extends Fence>(fence: F, place: FencePlace<F>): void {
  if (fence.lang === 'sql' && place.parent(fence)?.name === 'Sql')
    place.setProperty(fence, 'lang', UNCOLOURED);
}

/** Has the SQL of `<Sql>` coloured once: the highlighter's work was thrown away, and is most of a lesson's compilation. */
export function blockFences(): AstroIntegration {
  return {
    name: 'planwright:block-fences',
    hooks: {
      'astro:config:setup': ({ config, updateConfig }) => {
        const { mdastPlugins } = processorPlugins(config.markdown.processor);
        mdastPlugins.push({ name: 'block-fences', code: leaveUncoloured });
        updateConfig({ markdown: { syntaxHighlight: { type: 'shiki', excludeLangs: [UNCOLOURED] } } });
      },
    },
  };
}
