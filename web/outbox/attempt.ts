/**
 * One attempt at an entry: its photos first, and then the act. What may have arrived before and is
 * refused now, or has no key of its own, is looked for in what the API has.
 */
import type { Call } from '../../shared/contract/client.ts';
import {
  ApiProblem,
  GatewayFailure,
  NetworkFailure,
  UnexpectedReply,
} from '../../shared/contract/client-errors.ts';
import { getIdea } from '../../shared/contract/routes/ideas.ts';
import { SignInNeeded } from '../session/session.ts';
import type { Act, ActId, AnswerOf, Arrived, Entry } from './entry.ts';
import type { Outcome } from './queue.ts';
import { sendAct, type Ways } from './send-act.ts';

export type Attempt =
  | { readonly outcome: Outcome; readonly answer: AnswerOf<ActId> }
  | { readonly outcome: Outcome; readonly error: Error }
  /** It had arrived already. */
  | { readonly outcome: Outcome };

export async function attempt(entry: Entry, ways: Ways): Promise<Attempt> {
  try {
    if (entry.act.id === 'reportProgress' && hasGone(entry) && (await isDone(entry, ways.call)))
      return { outcome: { is: 'sent' } };
    const answer = await sendAct(entry, ways);
    return { outcome: { is: 'sent', ...arrivedOf(entry.act, answer) }, answer };
  } catch (thrown) {
    const error = thrown instanceof Error ? thrown : new Error(String(thrown));
    const outcome = outcomeOf(error);
    if (outcome.is === 'refused' && hasGone(entry)) {
      const done = await isDone(entry, ways.call).catch(isUnseen);
      if (done === true) return { outcome: { is: 'sent' } };
      // Nothing is told before it is known.
      if (done === undefined) return { outcome: { is: 'trouble' }, error };
    }
    return { outcome, error };
  }
}

/** Whether an earlier attempt may have arrived. */
function hasGone({ state }: Entry): boolean {
  return state.is === 'sending' && state.tries > 1;
}

/** What its person may not see any more cannot have been looked for: the refusal is told. */
function isUnseen(thrown: unknown): false | undefined {
  return thrown instanceof ApiProblem && outcomeOf(thrown).is === 'refused' ? false : undefined;
}

/** Whether the API has what an act says. Those with a key are answered by it. */
async function isDone({ act, member, made }: Entry, call: Call): Promise<boolean> {
  if (act.id === 'submitIdea' || act.id === 'writeComment') return false;
  const idea = await call(getIdea, { path: act.request.path });
  switch (act.id) {
    case 'supportIdea':
      return idea.supported;
    case 'withdrawSupport':
      return !idea.supported;
    case 'castVote':
      return idea.ballot?.myVote === act.request.body.choice;
    case 'reportProgress': {
      const { progress, note } = act.request.body;
      return idea.history.some(
        entry =>
          entry.act === 'report' &&
          entry.by.kind === 'member' &&
          entry.by.id === member &&
          entry.progress === progress &&
          entry.note === note &&
          Date.parse(entry.at) >= made - CLOCKS_MS,
      );
    }
  }
}

/** How far the device's idea of the server's time may be off. */
const CLOCKS_MS = 60_000;

function arrivedOf(act: Act, answer: AnswerOf<ActId>): { readonly arrived?: Arrived } {
  if (act.id !== 'submitIdea' || !('round' in answer)) return {};
  const { id, round } = answer;
  const claimCode = 'claimCode' in answer ? answer.claimCode : undefined;
  return { arrived: { idea: id, round, ...(claimCode !== undefined && { claimCode }) } };
}

/** What an error of the client means for the entry. */
export function outcomeOf(error: Error): Outcome {
  if (error instanceof NetworkFailure)
    return { is: error.cause instanceof SignInNeeded ? 'needs-sign-in' : 'offline' };
  // What answered was not the API, but perhaps a network that asks for a payment first.
  if (error instanceof UnexpectedReply) return { is: 'busy', retryAfterMs: 0 };
  if (error instanceof GatewayFailure) {
    const { status, retryAfterSeconds } = error;
    if (status === 401 || status === 403) return { is: 'needs-sign-in' };
    if (status === 413)
      return { is: 'refused', refusal: { status, code: 'body-too-large', title: '' } };
    return { is: 'busy', retryAfterMs: retryAfterSeconds * 1000 };
  }
  if (error instanceof ApiProblem) return outcomeOfProblem(error);
  // A bug: other entries go on, and this one is not lost.
  return { is: 'trouble' };
}

function outcomeOfProblem({ problem, retryAfterSeconds }: ApiProblem): Outcome {
  const { status, code, title, detail } = problem;
  const retryAfterMs = retryAfterSeconds * 1000;
  if (status === 401) return { is: 'needs-sign-in' };
  if (status === 502 || status === 503 || status === 504 || code === 'too-many-requests')
    return { is: 'busy', retryAfterMs };
  // A full round takes no more; its person decides whether it is for the next one.
  if (status === 429 && code !== 'round-full') return { is: 'limit', retryAfterMs };
  if (status >= 500 || code === 'changed-meanwhile') return { is: 'trouble' };
  return {
    is: 'refused',
    refusal: { status, code, title, ...(detail !== undefined && { detail }) },
  };
}
