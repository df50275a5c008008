/** Work: what it waits for, whether its owner still has to act, and the cursor of its list. */
import { describe, expect, it } from 'vitest';
import {
  isWorkCursor,
  readWorkCursor,
  workCursorAfter,
} from '../../../shared/domain/idea/cursor.ts';
import type { Actor } from '../../../shared/domain/idea/history.ts';
import type { Idea } from '../../../shared/domain/idea/idea.ts';
import { abandonIdea, sendBackIdea } from '../../../shared/domain/idea/implementation.ts';
import { approveReward, payReward } from '../../../shared/domain/idea/reward.ts';
import { dutyOf, workStateOf } from '../../../shared/domain/idea/work.ts';
import {
  AUTHOR,
  acceptedWith,
  completed,
  decided,
  ideaId,
  implementing,
  listed,
  MANAGER,
  member,
  SECRETARY,
  signed,
  submittedIdea,
  value,
} from '../sample.ts';

describe('open work', () => {
  it('waits for implementation, for acceptance, and for payment; then for nothing', () => {
    const by = signed(MANAGER);
    const approved = value(
      approveReward(acceptedWith(5000), 10_000, [{ member: AUTHOR, fen: 10_000 }], by),
    );
    expect([implementing(), completed(), acceptedWith(5000), approved].map(workStateOf)).toEqual([
      'implementing',
      'completed',
      'accepted',
      'accepted',
    ]);
    expect(workStateOf(value(payReward(approved, by)))).toBeUndefined();
    expect([submittedIdea(), decided('adopted')].map(workStateOf)).toEqual([undefined, undefined]);
  });

  it('waits for no reward if it has no known author, and nobody can claim it', () => {
    const unnamed = (by: Actor): Idea => {
      const { authorId: _, ...idea } = submittedIdea({ by });
      return acceptedWith(5000, completed(implementing(decided('adopted', listed(idea)))));
    };
    expect(workStateOf(unnamed({ kind: 'unnamed' }))).toBe('accepted');
    expect(workStateOf(unnamed({ kind: 'member', id: SECRETARY }))).toBeUndefined();
  });
});

it('it is on its owner’s list until they have completed it, and again when it is sent back', () => {
  const back = value(sendBackIdea(completed(), '未验收', signed(MANAGER)));
  expect([implementing(), completed(), back, acceptedWith(5000)].map(dutyOf)).toEqual([
    'open',
    'done',
    'open',
    'done',
  ]);
  const [early, late] = [decided('adopted'), implementing()].map(idea =>
    value(abandonIdea(idea, '不做了', signed(member('C1')))),
  );
  expect([submittedIdea(), decided('adopted'), early!, late!].map(dutyOf)).toEqual([
    undefined,
    undefined,
    undefined,
    'done',
  ]);
});

describe('a cursor in a list of work', () => {
  it('has the due date and the idea, and is read back', () => {
    const position = workCursorAfter(implementing());
    expect(position).toBe(`2026-12-31_${ideaId(1)}`);
    expect(readWorkCursor(position)).toEqual({ due: '2026-12-31', id: ideaId(1) });
  });

  it('is nothing else, and no idea without work has one', () => {
    for (const text of [
      '',
      '2026-12-31',
      `2026-02-30_${ideaId(1)}`,
      '2026-12-31_x',
      `2026-12-31_${ideaId(1)}_`,
    ])
      expect(isWorkCursor(text), text).toBe(false);
    expect(() => workCursorAfter(decided('adopted'))).toThrow('without a cursor');
  });
});
