/**
 * The admin endpoint that audits the running system's numbers. `POST` compares; with `repair` as
 * its text it corrects; `?round=2026-04` names a single round, and `?round=all` asks for
 * all of every round. One audit runs at a time, as on AWS.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import type { ReconciliationReport } from '../../../functions/reconciliation/handler.ts';
import type { ReconciliationOrder } from '../../../functions/reconciliation/order.ts';
import { isRoundId } from '../../../shared/domain/kernel/ids.ts';
import type { RunningNumber } from '../../../shared/domain/numbers/drift.ts';
import { scopeKey } from '../../../shared/domain/numbers/statistics.ts';

/** The reported part of a difference: people's counts without their numbers. */
interface Told {
  readonly organization: string;
  /** A round, `headcounts`, or `photos`. */
  readonly part: string;
  readonly repaired: boolean;
  readonly open: boolean;
  /** The number of ideas that searches found otherwise than they are, until now. */
  readonly unsearched: number;
  /** The photos that were wrong, a word for each kind of fault. */
  readonly photos: Readonly<Record<string, number>>;
  readonly drift: readonly {
    readonly number: string;
    readonly is: number;
    readonly missing: number;
  }[];
}

/** Answers with the rounds and headcounts that have wrong numbers, and with wrong photos. */
export function auditRoute(audit: (order: ReconciliationOrder) => Promise<ReconciliationReport[]>) {
  let turn: Promise<unknown> = Promise.resolve();
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const answer = (status: number, body: object): void => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    };
    if (request.method !== 'POST') return answer(405, { error: 'An audit is asked for by POST' });
    const asked = (await text(request)).trim();
    if (asked !== '' && asked !== 'repair')
      return answer(400, { error: `"${asked}" means nothing here; "repair" or nothing does` });
    const named = new URL(request.url ?? '', 'http://localhost').searchParams.get('round');
    const round = named === null ? {} : roundsNamed(named);
    if (round === undefined)
      return answer(400, { error: `"${named}" is no round; one is named like 2026-04` });
    const order = { repair: asked === 'repair', ...round };
    const audited = turn.catch(() => undefined).then(() => audit(order));
    turn = audited;
    try {
      answer(200, { reports: (await audited).map(told) });
    } catch {
      // The log has the error.
      answer(500, { error: 'Not everything could be audited; .local/system.log says why' });
    }
  };
}

/** One round, or all; undefined if the name means nothing. */
function roundsNamed(name: string): Pick<ReconciliationOrder, 'round'> | undefined {
  if (name === 'all') return { round: name };
  return isRoundId(name) ? { round: name } : undefined;
}

function told(report: ReconciliationReport): Told {
  const { organization, round, repaired, open, drift, unsearched = 0, photos = {} } = report;
  return {
    organization,
    part: round ?? (report.photos ? 'photos' : 'headcounts'),
    repaired,
    open,
    unsearched,
    photos,
    drift: drift.map(({ number, is, missing }) => ({ number: nameOf(number), is, missing })),
  };
}

function nameOf(number: RunningNumber): string {
  switch (number.of) {
    case 'scope':
      return `${scopeKey(number.scope)}  ${number.counter}`;
    case 'author':
      return `${scopeKey(number.scope)}  ideas of an author`;
    case 'headcount':
      return number.department === undefined ? 'organization' : `department:${number.department}`;
    case 'tally':
      return `${number.idea}  ${number.choice} in ${number.round}`;
    case 'supports':
    case 'comments':
      return `${number.idea}  ${number.of}`;
  }
}
