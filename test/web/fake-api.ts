/**
 * A minimal API for the pages: the typed client. A test defines each route's answer, and sees the
 * requests. A route without an answer fails the test.
 */
import { expect, onTestFinished } from 'vitest';
import type { Call, ReplyOf, RequestOf } from '../../shared/contract/client.ts';
import { ApiProblem, type Problem } from '../../shared/contract/client-errors.ts';
import type { Route } from '../../shared/contract/route.ts';

/** A request whose answer waits for the test. */
interface Waiting<R extends Route> {
  readonly request: RequestOf<R>;
  readonly answer: (reply: ReplyOf<R>) => void;
  readonly fail: (error: Error) => void;
}

export interface FakeApi {
  readonly call: Call;
  /** Sets the route's answer from now on; an error is thrown. */
  readonly answer: <R extends Route>(
    route: R,
    reply: ReplyOf<R> | Error | ((request: RequestOf<R>) => ReplyOf<R>),
  ) => void;
  /** Makes the route answer only when the test says so, from now on. */
  readonly hold: <R extends Route>(route: R) => readonly Waiting<R>[];
  /** The route's requests so far. */
  readonly asked: <R extends Route>(route: R) => RequestOf<R>[];
}

export function fakeApi(): FakeApi {
  const unanswered: string[] = [];
  onTestFinished(() => expect(unanswered).toEqual([]));
  // Fields for numbers ask who may be meant, and titles what is like them; most tests do not care.
  const answers = new Map<string, (request: unknown) => unknown>([
    ['getDirectory', () => ({ members: [] })],
    ['findSimilarIdeas', () => ({ ideas: [], people: {} })],
    ['searchIdeas', () => ({ hits: [], total: 0, people: {} })],
  ]);
  const asked: { readonly id: string; readonly request: unknown }[] = [];
  const call = async ({ id }: Route, request: unknown) => {
    asked.push({ id, request });
    const answer = answers.get(id);
    if (answer === undefined) unanswered.push(id);
    return answer?.(request);
  };
  return {
    call: call as Call,
    answer: ({ id }, reply) => {
      answers.set(id, request => {
        if (reply instanceof Error) throw reply;
        return typeof reply === 'function'
          ? (reply as (request: unknown) => unknown)(request)
          : reply;
      });
    },
    hold: <R extends Route>({ id }: R) => {
      const waiting: Waiting<R>[] = [];
      answers.set(
        id,
        request =>
          new Promise((answer, fail) =>
            waiting.push({ request: request as RequestOf<R>, answer, fail }),
          ),
      );
      return waiting;
    },
    asked: <R extends Route>(route: R) =>
      asked.filter(({ id }) => id === route.id).map(({ request }) => request as RequestOf<R>),
  };
}

/** A refusal of the API, with words of its own. */
export function refusal(status: number, code: string, more: Partial<Problem> = {}): ApiProblem {
  const type = `https://golden-ideas.example/problems/${code}`;
  return new ApiProblem({
    type,
    title: `title of ${code}`,
    status,
    code,
    requestId: 'r-1',
    ...more,
  });
}
