/** Whether a round met a target, if that is decided. */
import type { RoundState } from '../../../shared/domain/round/round.ts';

/** A round that still takes ideas or votes has not missed a target: it may yet reach it. */
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
