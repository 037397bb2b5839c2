import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { MAX_NOTICES, type Run } from '../../engine/engine.ts';
import { OutcomeView } from './outcome-view.tsx';

function drawn(count: number): string {
  const notices = Array.from({ length: count }, (_, at) => ({ severity: 'NOTICE', message: `n ${at + 1}` }));
  const result = { command: 'DO', columns: [], rows: [], rowCount: 0, truncated: false, ms: 1 };
  const run: Run = { kind: 'ok', results: [result], notices, ms: 1 };
  return renderToStaticMarkup(<OutcomeView sql="do …" outcome={{ kind: 'run', run }} />);
}

it('every notice that is kept is shown, and where more may have come that is said', () => {
  const fifty = drawn(50);
  expect(fifty).toContain('NOTICE: n 50<');
  expect(fifty).not.toContain('left out');
  expect(drawn(MAX_NOTICES)).toContain(`No more than ${MAX_NOTICES} are kept; any after them were left out.`);
});
