import { nextTask } from '../next-task.ts';

/** Monaco's parts, each of which needs those before it. */
const PARTS = [
  () => import('./parts/text.ts'),
  () => import('./parts/view.ts'),
  () => import('./parts/services.ts'),
  () => import('./parts/features.ts'),
];

let loading: Promise<typeof import('./monaco.ts')> | undefined;

async function loadParts(): Promise<typeof import('./monaco.ts')> {
  for (const part of PARTS) {
    await part();
    await nextTask();
  }
  const monaco = await import('./monaco.ts');
  await nextTask();
  monaco.setUpMonaco();
  await nextTask();
  return monaco;
}

/** Brings Monaco in, a part to a task: all of it at once would keep the page still while it is read. */
export function loadMonaco(): Promise<typeof import('./monaco.ts')> {
  loading ??= loadParts();
  loading.catch(() => {
    loading = undefined;
  });
  return loading;
}
