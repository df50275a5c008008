/**
 * Whether a round met a target, as far as that can be said.
 */
import type { RoundState } from '../../shared/domain/round/round.ts';

/** Of a round that people still hand in for or vote on, it cannot be said that it missed a target: it may yet reach it. */
export function metSoFar(state: RoundState, met: boolean | null): boolean | undefined {
  switch (state) {
    case 'collecting':
    case 'deliberating':
      return met === true ? true : undefined;
    case 'decided':
    case 'published':
      return met ?? undefined;
  }
}
