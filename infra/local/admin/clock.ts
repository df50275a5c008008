/**
 * The admin endpoint that reads and moves the local clock. It is part of the local stand-in, not of
 * the API.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import type { CycleReport } from '../../../functions/due-rounds/handler.ts';
import { type Instant, parseInstant } from '../../../shared/domain/kernel/instant.ts';
import type { LocalClock } from '../clock.ts';

/**
 * Answers `GET` with the time and `POST` (an instant with offset as text) with the steps that fell
 * due on the way.
 */
export function clockRoute(
  clock: LocalClock,
  moveTo: (target: Instant) => Promise<CycleReport['steps']>,
) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const answer = (status: number, body: object): void => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    };
    if (request.method !== 'POST') return answer(200, { now: clock.now() });
    const given = (await text(request)).trim();
    const target = parseInstant(given);
    if (!target)
      return answer(400, {
        error: `"${given}" is no instant with an offset, like 2026-10-15T09:00+08:00`,
      });
    const now = clock.now();
    if (target < now) return answer(409, { error: `The clock only goes forward; it is ${now}` });
    const steps = await moveTo(target);
    return answer(200, { now: clock.now(), steps });
  };
}
