/** The comments on an idea of the agenda: loaded when somebody opens them. */
import type { ComponentProps } from 'preact';
import { Comments } from '../../ideas/index.ts';

export function Discussion(props: ComponentProps<typeof Comments>) {
  return <Comments {...props} />;
}
