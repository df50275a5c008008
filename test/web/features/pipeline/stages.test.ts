/** The stages of a round: a deferral of an earlier round is no decision of this one. */
import { expect, it } from 'vitest';
import { countStages } from '../../../../web/features/pipeline/stages.ts';

it('counts a deferral in the round that decided it, and not where the idea comes back', () => {
  expect(countStages([{ status: 'deferred' }]).decided).toBe(1);
  expect(countStages([{ status: 'deferred', earlier: true }]).decided).toBe(0);
  expect(countStages([{ status: 'on-agenda', earlier: true }]).listed).toBe(1);
});
