/** Why an idea was deferred last time. */
import { expect, it } from 'vitest';
import { deferralView } from '../../../shared/contract/idea-view.ts';
import { lastDeferral } from '../../../shared/domain/idea/deferral.ts';
import { decideIdea, reopenIdea } from '../../../shared/domain/idea/deliberation.ts';
import type { Idea } from '../../../shared/domain/idea/idea.ts';
import { DEFAULT_CALENDAR } from '../../../shared/domain/organization/calendar.ts';
import { CHAIR, decided, deliberating, listed, resultOf, shanghai, value } from '../sample.ts';

const tally = { approve: 5, oppose: 4, abstain: 0 };
const deferredFor = (reason: string, idea: Idea = listed()): Idea =>
  value(
    decideIdea(idea, resultOf(tally), {
      outcome: 'deferred',
      reason,
      by: CHAIR,
      at: shanghai('2026-10-15 12:00'),
    }),
  );
const takenBack = (idea: Idea): Idea =>
  value(
    reopenIdea(
      idea,
      deliberating([]),
      '票数有误',
      { by: CHAIR, at: shanghai('2026-10-16 09:00') },
      DEFAULT_CALENDAR,
    ),
  );

it('is known from the deferral on, also on the next agenda and after its decision', () => {
  const deferred = deferredFor('等报价');
  const told = { round: '2026-10', reason: '等报价', result: { tally } };
  for (const idea of [deferred, listed(deferred), decided('adopted', listed(deferred))])
    expect(lastDeferral(idea), idea.status).toMatchObject(told);
});

it('is the last of several', () => {
  const twice = deferredFor('仍无报价', listed(deferredFor('等报价')));
  expect(lastDeferral(twice)).toMatchObject({ round: '2026-11', reason: '仍无报价' });
});

it('is none for an idea that was never deferred', () => {
  expect(lastDeferral(listed())).toBeUndefined();
  expect(lastDeferral(decided('declined'))).toBeUndefined();
});

it('has no tally where a secret ballot came to no quorum', () => {
  const { tally: _, ...untold } = resultOf({});
  const deferred = value(
    decideIdea(listed(), untold, {
      outcome: 'deferred',
      reason: '票数不够',
      by: CHAIR,
      at: shanghai('2026-10-15 12:00'),
    }),
  );
  expect(deferralView(deferred)).toMatchObject({ reason: '票数不够', tally: undefined });
});

it('that was taken back is forgotten with its tally; an earlier one is the last again', () => {
  expect(lastDeferral(takenBack(deferredFor('等报价')))).toBeUndefined();
  const again = takenBack(deferredFor('仍无报价', listed(deferredFor('等报价'))));
  expect(lastDeferral(again)).toMatchObject({ round: '2026-10', reason: '等报价' });
});

it('stays the last where another decision was taken back', () => {
  const adopted = takenBack(decided('adopted', listed(deferredFor('等报价'))));
  expect(lastDeferral(adopted)).toMatchObject({ reason: '等报价' });
});
