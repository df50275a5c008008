/**
 * Work that is still open: what it waits for, and where a list of it goes on.
 */
import { describe, expect, it } from 'vitest';
import { approveReward, payReward } from '../../shared/domain/rewarding.ts';
import { isWorkPosition, readWorkPosition, workPositionOf, workStateOf } from '../../shared/domain/work.ts';
import {
  AUTHOR,
  acceptedWith,
  completed,
  decided,
  handedIn,
  ideaId,
  implementing,
  MANAGER,
  signed,
  value,
} from './sample.ts';

describe('open work', () => {
  it('waits to be carried out, to be accepted, and to be paid; then for nothing', () => {
    const by = signed(MANAGER);
    const approved = value(approveReward(acceptedWith(5000), 10_000, [{ member: AUTHOR, fen: 10_000 }], by));
    expect([implementing(), completed(), acceptedWith(5000), approved].map(workStateOf)).toEqual([
      'implementing',
      'completed',
      'accepted',
      'accepted',
    ]);
    expect(workStateOf(value(payReward(approved, by)))).toBeUndefined();
    expect([handedIn(), decided('adopted')].map(workStateOf)).toEqual([undefined, undefined]);
  });
});

describe('a place in a list of work', () => {
  it('names the due day and the idea, and is read back', () => {
    const position = workPositionOf(implementing());
    expect(position).toBe(`2026-12-31_${ideaId(1)}`);
    expect(readWorkPosition(position)).toEqual({ due: '2026-12-31', id: ideaId(1) });
  });

  it('is nothing else, and no idea without work has one', () => {
    for (const text of [
      '',
      '2026-12-31',
      `2026-02-30_${ideaId(1)}`,
      '2026-12-31_x',
      `2026-12-31_${ideaId(1)}_`,
    ])
      expect(isWorkPosition(text), text).toBe(false);
    expect(() => workPositionOf(decided('adopted'))).toThrow('without a due day');
  });
});
