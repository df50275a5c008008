/**
 * The door at which the running system's numbers are audited: `POST` looks, and with `repair` as its text puts right what is wrong.
 * One audit at a time, as on AWS.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import type { AuditReport } from '../../functions/numbers-audit/handler.ts';
import { scopeKey } from '../../shared/domain/statistics.ts';

/** What of a report is told: people's counts without saying whose. */
interface Told {
  readonly organization: string;
  readonly round: string;
  readonly repaired: boolean;
  readonly drift: readonly {
    readonly scope: string;
    readonly number: string;
    readonly is: number;
    readonly missing: number;
  }[];
}

/** Answers with the rounds in which numbers are wrong. */
export function auditDoor(audit: (order: { repair: boolean }) => Promise<AuditReport[]>) {
  let turn: Promise<unknown> = Promise.resolve();
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const answer = (status: number, body: object): void => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    };
    if (request.method !== 'POST') return answer(405, { error: 'An audit is asked for by POST' });
    const asked = (await text(request)).trim();
    if (asked !== '' && asked !== 'repair')
      return answer(400, { error: `"${asked}" means nothing here; "repair" or nothing does` });
    const audited = turn.catch(() => undefined).then(() => audit({ repair: asked === 'repair' }));
    turn = audited;
    try {
      answer(200, { rounds: (await audited).map(told) });
    } catch {
      // What went wrong is in the log.
      answer(500, { error: 'Not everything could be audited; .local/system.log says why' });
    }
  };
}

function told({ organization, round, repaired, drift }: AuditReport): Told {
  return {
    organization,
    round,
    repaired,
    drift: drift.map(({ number, is, missing }) => ({
      scope: scopeKey(number.scope),
      number: number.of === 'scope' ? number.counter : 'ideas of an author',
      is,
      missing,
    })),
  };
}
