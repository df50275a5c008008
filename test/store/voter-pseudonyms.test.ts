/**
 * Seats: under the open rule a seat is its member's number; under the secret rule nobody can tell
 * its member.
 */
import { describe, expect, it } from 'vitest';
import type { IdeaId, RoundId } from '../../shared/domain/kernel/ids.ts';
import { DEFAULT_CALENDAR, scheduleOf } from '../../shared/domain/organization/calendar.ts';
import { DEFAULT_RULES } from '../../shared/domain/organization/organization.ts';
import { newRound, type OpenedRound, openRound } from '../../shared/domain/round/round.ts';
import { ideaIdFor } from '../../shared/store/ideas.ts';
import type { KeyedHash } from '../../shared/store/keyed-hash.ts';
import { voterPseudonyms } from '../../shared/store/voter-pseudonyms.ts';
import { fixedHash } from '../fixed-hash.ts';
import { COMMITTEE, HUATAI, NOVEMBER, OCTOBER, ZHONGCHENG } from './sample-facts.ts';

const opened = (
  ballot: 'open' | 'secret',
  id: RoundId = OCTOBER,
  organization = HUATAI,
): OpenedRound => {
  const schedule = scheduleOf(id, DEFAULT_CALENDAR);
  const rules = { ...DEFAULT_RULES, ballot };
  return openRound(newRound(organization, id, schedule), COMMITTEE, rules, schedule.opensAt);
};
const idea = (key: string): IdeaId => ideaIdFor(OCTOBER, [key]);

/** A hash that counts its calls. */
function counted(hash: KeyedHash = fixedHash): { hash: KeyedHash; asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    hash: text => {
      asked.push(text);
      return hash(text);
    },
  };
}

describe('under the open rule', () => {
  it('a seat is the member’s number, and no hash is needed', async () => {
    const { hash, asked } = counted();
    const seats = await voterPseudonyms(hash)(opened('open'));
    expect(seats.all(idea('a'))).toEqual(COMMITTEE);
    expect(asked).toEqual([]);
  });
});

describe('under the secret rule', () => {
  it('a member has one seat in a ballot, for every caller, and another in every other ballot', async () => {
    const seatsIn = async (round: OpenedRound, of: IdeaId) =>
      (await voterPseudonyms(fixedHash)(round)).all(of);
    const seats = await seatsIn(opened('secret'), idea('a'));
    expect(await seatsIn(opened('secret'), idea('a'))).toEqual(seats);
    const others = await Promise.all([
      seatsIn(opened('secret'), idea('b')),
      seatsIn(opened('secret', NOVEMBER), idea('a')),
      seatsIn(opened('secret', OCTOBER, ZHONGCHENG), idea('a')),
    ]);
    const all = [seats, ...others].flat();
    expect(new Set(all).size).toBe(4 * COMMITTEE.length);
    for (const seat of all) expect(seat).toMatch(/^[0-9a-hjkmnp-tv-z]{26}$/);
  });

  it('a caller with another key finds none of them', async () => {
    const otherKey: KeyedHash = text => fixedHash(`other ${text}`);
    const [ours, theirs] = await Promise.all(
      [fixedHash, otherKey].map(async hash =>
        (await voterPseudonyms(hash)(opened('secret'))).all(idea('a')),
      ),
    );
    expect(ours!.filter(seat => theirs!.includes(seat))).toEqual([]);
  });

  it('the hash is requested once a round, not once a seat, and gets neither idea nor member', async () => {
    const { hash, asked } = counted();
    const seatsOf = voterPseudonyms(hash);
    await Promise.all(
      ['a', 'b', 'c'].map(async key => (await seatsOf(opened('secret'))).all(idea(key))),
    );
    expect(asked).toEqual([JSON.stringify(['ballot', HUATAI, OCTOBER])]);
    await seatsOf(opened('secret', NOVEMBER));
    expect(asked).toHaveLength(2);
  });

  it('a failed hash is requested again', async () => {
    let failures = 1;
    const seatsOf = voterPseudonyms(async text => {
      failures -= 1;
      if (failures >= 0) throw new Error('not now');
      return fixedHash(text);
    });
    await expect(seatsOf(opened('secret'))).rejects.toThrow('not now');
    expect((await seatsOf(opened('secret'))).all(idea('a'))).toHaveLength(COMMITTEE.length);
  });
});
