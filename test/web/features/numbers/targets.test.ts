/** A target during its round, and after it. */
import { expect, it } from 'vitest';
import { ROUND_STATES } from '../../../../shared/domain/round/round.ts';
import { metSoFar } from '../../../../web/features/numbers/targets.ts';

it('a target is missed only once its round is decided, and met as soon as it is reached', () => {
  const missed = ROUND_STATES.filter(state => metSoFar(state, false) === false);
  expect(missed).toEqual(['decided', 'published']);
  for (const state of ROUND_STATES) {
    expect(metSoFar(state, true)).toBe(true);
    expect(metSoFar(state, null)).toBeUndefined();
  }
});
