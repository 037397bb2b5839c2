import type { HTMLAttributes } from 'react';

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'pw-divider': HTMLAttributes<HTMLElement> & {
        readonly controls: string;
        readonly between: 'rows' | 'columns';
        readonly label: string;
      };
    }
  }
}
