/** Why an idea was deferred last time: the committee that has it before it again is told. */
import { asOf } from './apply-event.ts';
import type { HistoryEntry } from './history.ts';
import { type Decision, decisionOf, type Idea } from './idea.ts';

/**
 * An idea's last deferral; undefined if there was none. One that the chair has taken back is none:
 * the same ballot may then be open again, and its former tally is nobody's to see.
 */
export function lastDeferral(idea: Idea): Decision | undefined {
  const at = standing(idea.history);
  if (at === undefined) return undefined;
  return decisionOf(asOf(idea, at + 1));
}

/** The position of the last deferral that was not taken back. */
function standing(history: readonly HistoryEntry[]): number | undefined {
  const deferrals: number[] = [];
  let latest: HistoryEntry['act'] | undefined;
  for (const [at, { act }] of history.entries()) {
    if (act === 'reopen' && latest === 'defer') deferrals.pop();
    if (act === 'defer') deferrals.push(at);
    if (isDecision(act) || act === 'reopen') latest = act;
  }
  return deferrals.at(-1);
}

function isDecision(act: HistoryEntry['act']): boolean {
  return act === 'adopt' || act === 'decline' || act === 'defer' || act === 'dismiss';
}
