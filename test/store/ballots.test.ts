/**
 * Votes and the decisions made on them: accepted votes are counted, counted votes were accepted,
 * and none comes after the decision.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { CHOICES, type Choice, count, type Vote } from '../../shared/domain/idea/ballot.ts';
import type { Idea } from '../../shared/domain/idea/idea.ts';
import { type MemberId, voterPseudonymOf } from '../../shared/domain/kernel/ids.ts';
import type { Result } from '../../shared/domain/kernel/result.ts';
import type { Refusal } from '../../shared/domain/refusal.ts';
import { type IdeaRepository, ideaRepository } from '../../shared/store/ideas.ts';
import { readerSummaryRepository } from '../../shared/store/reader-summaries.ts';
import { type SupportRepository, supportRepository } from '../../shared/store/supports.ts';
import { voterPseudonyms } from '../../shared/store/voter-pseudonyms.ts';
import { type VoteRepository, voteRepository } from '../../shared/store/votes.ts';
import { fixedHash } from '../fixed-hash.ts';
import { type FreshTable, freshTable } from '../fresh-table.ts';
import {
  COMMITTEE,
  decided,
  granted,
  HUATAI,
  instant,
  listed,
  member,
  NOVEMBER,
  newIdea,
  OCTOBER,
  roundIn,
  seatsOf,
  unanimous,
  voteOf,
} from './sample-facts.ts';
import { everything } from './watched-table.ts';

let table: FreshTable;
let ideas: IdeaRepository;
let votes: VoteRepository;
let supports: SupportRepository;

beforeAll(async () => {
  table = await freshTable();
  ideas = ideaRepository(table);
  votes = voteRepository(table);
  supports = supportRepository(table);
});

async function onAgenda(): Promise<Idea> {
  const idea = newIdea();
  await ideas.create(idea, [], 'print');
  return granted(await ideas.save(idea, listed(idea)));
}

/** Stores a decision on condition that these are still the votes. */
async function decideOn(
  before: Idea,
  after: Idea,
  electorate: readonly MemberId[],
  cast: readonly Vote[],
): Promise<Result<unknown, Refusal>> {
  const premise = {
    of: 'ballot',
    idea: before,
    pseudonyms: seatsOf(electorate),
    votes: cast,
  } as const;
  return ideas.saveTogether([{ before, after }], [premise]);
}

describe('a vote', () => {
  it('is accepted while the idea is on the agenda, and read back unchanged', async () => {
    const idea = await onAgenda();
    const vote: Vote = { ...voteOf('C2', 'oppose'), comment: '投入太大' };
    expect(await votes.cast(idea, vote)).toEqual({ ok: true, value: vote });
    expect(await votes.of(HUATAI, idea.id, OCTOBER)).toEqual([vote]);
  });

  it('replaces the voter’s former one, with its comment', async () => {
    const idea = await onAgenda();
    await votes.cast(idea, { ...voteOf('C2', 'oppose'), comment: '投入太大' });
    granted(await votes.cast(idea, voteOf('C2', 'approve')));
    expect(await votes.of(HUATAI, idea.id, OCTOBER)).toEqual([voteOf('C2', 'approve')]);
  });

  it('is refused before the idea is listed, after its decision, and without an idea', async () => {
    const submitted = newIdea();
    await ideas.create(submitted, [], 'print');
    const idea = await onAgenda();
    const { after } = decided(idea, unanimous('approve'));
    await Promise.all(unanimous('approve').map(vote => votes.cast(idea, vote)));
    granted(await decideOn(idea, after, COMMITTEE, unanimous('approve')));
    for (const refusing of [submitted, idea, newIdea()]) {
      const before = await votes.of(HUATAI, refusing.id, OCTOBER);
      expect(await votes.cast(refusing, voteOf('C1', 'oppose'))).toEqual({
        ok: false,
        refusal: { code: 'changed-meanwhile' },
      });
      expect(await votes.of(HUATAI, refusing.id, OCTOBER)).toEqual(before);
    }
  });

  it('does not count in the ballot of the next round', async () => {
    const idea = await onAgenda();
    const cast = [voteOf('C1', 'approve'), voteOf('C2', 'oppose')];
    for (const vote of cast) granted(await votes.cast(idea, vote));
    const { act, after: deferred } = decided(idea, cast);
    expect(act).toBe('defer');
    granted(await decideOn(idea, deferred, COMMITTEE, cast));
    const again = granted(
      await ideas.save(deferred, listed(deferred, instant('2026-11-15T01:00:00.000Z'))),
    );

    expect(await votes.of(HUATAI, again.id, NOVEMBER)).toEqual([]);
    expect((await votes.cast(again, voteOf('C3', 'approve', OCTOBER))).ok).toBe(false);
    granted(await votes.cast(again, voteOf('C1', 'oppose', NOVEMBER)));
    expect(await votes.of(HUATAI, again.id, NOVEMBER)).toEqual([voteOf('C1', 'oppose', NOVEMBER)]);
    expect(await votes.of(HUATAI, again.id, OCTOBER)).toEqual(cast);
  });
});

describe('a decision', () => {
  it('is refused when a vote was cast, or changed, after the votes were read', async () => {
    for (const late of [voteOf('C5', 'approve'), voteOf('C1', 'oppose')]) {
      const idea = await onAgenda();
      const read = ['C1', 'C2', 'C3', 'C4'].map(voter => voteOf(voter, 'approve'));
      for (const vote of read) granted(await votes.cast(idea, vote));
      const { after } = decided(idea, read);
      granted(await votes.cast(idea, late));
      expect(await decideOn(idea, after, COMMITTEE, read)).toEqual({
        ok: false,
        refusal: { code: 'changed-meanwhile' },
      });
      expect(await ideas.get(HUATAI, idea.id)).toEqual(idea);
    }
  });

  it('has one winner when two are made at once, and the other is refused', async () => {
    const idea = await onAgenda();
    const cast = unanimous('approve');
    for (const vote of cast) granted(await votes.cast(idea, vote));
    const first = decided(idea, cast);
    const second = decided(idea, cast, instant('2026-10-16T03:00:00.000Z'));
    const answers = await Promise.all([
      decideOn(idea, first.after, COMMITTEE, cast),
      decideOn(idea, second.after, COMMITTEE, cast),
    ]);
    expect(answers.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    const winner = answers[0].ok ? first.after : second.after;
    expect(answers.find(({ ok }) => !ok)).toEqual({
      ok: false,
      refusal: { code: 'changed-meanwhile' },
    });
    expect(await ideas.get(HUATAI, idea.id)).toEqual(winner);
  });

  it.each([
    ['open', COMMITTEE],
    ['secret', ['p1', 'p2', 'p3', 'p4', 'p5'].map(member)],
  ] as const)(
    'counts exactly the accepted votes under the %s rule, in any order of the two',
    async (ballot, electorate) => {
      const RACES = 12;
      const voteIn = (seat: MemberId, choice: Choice): Vote =>
        ballot === 'open'
          ? voteOf(seat, choice)
          : { ballot, round: OCTOBER, seat: voterPseudonymOf(seat), choice };
      const race = async (number: number): Promise<void> => {
        const idea = await onAgenda();
        const accepted = new Map<string, Vote>();
        let over = false;
        const voting = electorate.map(async (voter, seat) => {
          // Until refused, so that in every race votes come before, during and after the decision.
          // A voter changes once: with endless changes no decision could find the votes as it read
          // them.
          for (let turn = 0; ; turn += 1) {
            const vote = voteIn(voter, CHOICES[(number + seat + Math.min(turn, 1)) % 3]!);
            const afterDecision = over;
            const answer = await votes.cast(idea, vote);
            if (!answer.ok) return;
            expect(afterDecision).toBe(false);
            accepted.set(voter, vote);
          }
        });
        const deciding = (async () => {
          for (;;) {
            const read = await votes.of(HUATAI, idea.id, OCTOBER);
            const { after } = decided(idea, read, undefined, electorate);
            const answer = await decideOn(idea, after, electorate, read);
            if (answer.ok) {
              over = true;
              return;
            }
          }
        })();
        await Promise.all([...voting, deciding]);

        const final = (await ideas.get(HUATAI, idea.id))!;
        const kept = await votes.of(HUATAI, idea.id, OCTOBER);
        if (!('decision' in final && 'result' in final.decision)) throw new Error('not decided');
        expect(final.decision.result.tally).toEqual(count(kept));
        expect(new Map(kept.map(vote => [vote.seat, vote]))).toEqual(accepted);
      };
      for (let start = 0; start < RACES; start += 6)
        await Promise.all(Array.from({ length: 6 }, (_, at) => race(start + at)));
    },
  );

  it('can be stored for a committee as large as one transaction allows', async () => {
    const large = Array.from({ length: 99 }, (_, at) => member(`L${at}`));
    const idea = await onAgenda();
    const cast = large.slice(0, 70).map(voter => voteOf(voter, 'approve'));
    for (let start = 0; start < cast.length; start += 10)
      for (const vote of cast.slice(start, start + 10)) granted(await votes.cast(idea, vote));
    const { act, after } = decided(idea, cast, undefined, large);
    expect(act).toBe('adopt');
    expect((await decideOn(idea, after, large, cast)).ok).toBe(true);
  });
});

describe('support', () => {
  it('is one however often it is given, and none however often it is withdrawn', async () => {
    const idea = await onAgenda();
    const backings = async (): Promise<unknown[]> =>
      (await everything(table)).filter(
        ({ type, ideaId }) => type === 'support' && ideaId === idea.id,
      );
    await Promise.all(
      Array.from({ length: 5 }, () => supports.add(HUATAI, idea.id, member('HT0001'))),
    );
    await supports.add(HUATAI, idea.id, member('HT0002'));
    expect(await backings()).toHaveLength(2);
    await supports.remove(HUATAI, idea.id, member('HT0001'));
    await supports.remove(HUATAI, idea.id, member('HT0001'));
    expect(await backings()).toHaveLength(1);
    await supports.remove(HUATAI, idea.id, member('HT0003'));
    expect(await backings()).toHaveLength(1);
  });

  it('and one’s own vote are shown to their giver only', async () => {
    const idea = await onAgenda();
    await supports.add(HUATAI, idea.id, member('HT0001'));
    granted(await votes.cast(idea, voteOf('C2', 'abstain')));
    const standings = readerSummaryRepository(table);
    const opened = roundIn('deliberating');
    if (opened.state === 'collecting') throw new Error('not opened');
    const pseudonyms = await voterPseudonyms(fixedHash)(opened);
    expect((await standings.of([idea], member('HT0001')))(idea.id)).toMatchObject({
      supported: true,
    });
    expect((await standings.of([idea], member('C2'), pseudonyms))(idea.id)).toMatchObject({
      supported: false,
      myVote: 'abstain',
    });
    expect((await standings.of([idea], member('C3'), pseudonyms))(idea.id)).not.toHaveProperty(
      'myVote',
    );
  });
});
