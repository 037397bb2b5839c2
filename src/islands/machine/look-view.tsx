import type { LookFound } from '../../session/lesson-look.ts';
import { PlanChange } from '../plan/plan-change.tsx';
import { CurveView } from './curve-view.tsx';
import { GridView } from './grid-view.tsx';
import { HeapView } from './heap-view.tsx';
import { InsideView } from './inside-view.tsx';
import { PagesGrid } from './pages-grid.tsx';
import { PagesStill } from './pages-still.tsx';
import { WhyNot } from './why-not.tsx';

export type { LookFound } from '../../session/lesson-look.ts';

export interface LookViewProps {
  readonly found: LookFound;
  /** True where no script is at hand: the picture is markup alone. */
  readonly still?: boolean;
}

/** What a lesson asked to see of the machine. */
export function LookView({ found, still = false }: LookViewProps) {
  switch (found.kind) {
    case 'pages':
      return <PagesGrid touched={found.pages} {...(still && { Squares: PagesStill })} />;
    case 'plan-change':
      return <PlanChange before={found.before} after={found.after} />;
    case 'why-not':
      return <WhyNot found={found.whyNot} />;
    case 'b-tree':
      return <InsideView inside={found.after} before={found.before} />;
    case 'heap-page':
      return <HeapView page={found.after} before={found.before} />;
    case 'selectivity':
      return <CurveView axis={found.axis} curve={found.curve} place={found.axis.here} point={found.point} />;
    case 'two-bounds':
      return <GridView x={found.x} y={found.y} grid={found.grid} />;
  }
}
