/** The acts that follow a decision: loaded with the first decided idea. */
import type { ComponentProps } from 'preact';
import { FollowUpActs } from '../../implementation/index.ts';

export function AfterDecision(props: ComponentProps<typeof FollowUpActs>) {
  return <FollowUpActs {...props} />;
}
