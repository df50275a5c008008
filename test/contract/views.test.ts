/** A reader's view of an idea and its ballot, and what it hides. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  historyView,
  ideaView,
  presentOf,
  rewardFor,
  rowView,
  workView,
} from '../../shared/contract/idea-view.ts';
import {
  historyEntry,
  ideaDetail,
  idea as ideaReply,
  listedIdea,
  workItem,
} from '../../shared/contract/schemas/idea.ts';
import { round as roundReply } from '../../shared/contract/schemas/round.ts';
import { ballotView, roundView, votersView, votesView } from '../../shared/contract/views.ts';
import type { Choice, Vote } from '../../shared/domain/idea/ballot.ts';
import { acknowledged, claimUnnamedIdea } from '../../shared/domain/idea/claim.ts';
import type { DecisionOutcome, Tally } from '../../shared/domain/idea/decision.ts';
import { decideIdea } from '../../shared/domain/idea/deliberation.ts';
import { approveReward, payReward } from '../../shared/domain/idea/reward.ts';
import { mergeIdea } from '../../shared/domain/idea/screening.ts';
import { type MemberId, voterPseudonymOf } from '../../shared/domain/kernel/ids.ts';
import { ROLES, type Role } from '../../shared/domain/organization/organization.ts';
import { closeRound, completePublication, endIntake } from '../../shared/domain/round/round.ts';
import * as firm from '../domain/sample.ts';
import { inEveryState, newMember } from '../store/sample-facts.ts';
import {
  AUTHOR,
  collecting,
  deliberating,
  member,
  shanghai,
  submittedAs,
  value,
} from './sample.ts';

const onAgenda = submittedAs({ onAgenda: true });
const MORNING = shanghai('2026-10-15 10:00');
const NOON = presentOf(firm.huatai, shanghai('2026-12-31 12:00'));
const RUNNING = { approve: 1, oppose: 1, abstain: 0 };
const reader = (id: MemberId, choice?: Choice, at = MORNING) => ({ id, sits: true, choice, at });
const DECIDED_TALLY = { approve: 3, oppose: 0, abstain: 0 };

function decided(outcome: DecisionOutcome) {
  const result = { tally: DECIDED_TALLY, eligible: 3, quorum: 2, quorate: true, outcome };
  const by = { kind: 'member', id: member('K2') } as const;
  return value(decideIdea(onAgenda, result, { outcome, reason: '经表决', by, at: MORNING }));
}

/** Another idea, of an elector. */
function ofK2({ unnamed = false } = {}) {
  const by = unnamed ? ({ kind: 'unnamed' } as const) : firm.actor(member('K2'));
  const { authorId, ...idea } = firm.submittedIdea({
    id: firm.ideaId(2),
    authorId: member('K2'),
    by,
  });
  return unnamed ? idea : { ...idea, authorId: member('K2') };
}

describe('a ballot', () => {
  it('hides its tally from an elector who has not voted, and shows it to one who has', () => {
    expect(ballotView(onAgenda, deliberating, reader(member('K2')), RUNNING)).toEqual({
      state: 'open',
      rule: 'open',
      mayVote: true,
      myVote: null,
      tally: null,
      turnout: { cast: 2, eligible: 3 },
      eligible: 3,
      quorum: 2,
    });
    expect(
      ballotView(onAgenda, deliberating, reader(member('K2'), 'oppose'), RUNNING),
    ).toMatchObject({
      mayVote: true,
      myVote: 'oppose',
      tally: RUNNING,
    });
  });

  it('hides its tally while it is open from the author and from members who are no electors', () => {
    for (const other of [AUTHOR, member('HT0132')])
      expect(ballotView(onAgenda, deliberating, reader(other), RUNNING)).toMatchObject({
        state: 'open',
        mayVote: false,
        tally: null,
      });
  });

  it('shows its tally to everybody from the instant it closes', () => {
    const { closesAt } = deliberating.schedule;
    const before = shanghai('2026-10-18 17:59:59.999');
    expect(
      ballotView(onAgenda, deliberating, reader(member('K2'), undefined, before), RUNNING).tally,
    ).toBeNull();
    expect(
      ballotView(onAgenda, deliberating, reader(member('K2'), undefined, closesAt), RUNNING),
    ).toMatchObject({
      state: 'closed',
      mayVote: false,
      tally: RUNNING,
    });
  });

  it('shows the tally of the decision, not the later one of a projection', () => {
    expect(
      ballotView(decided('adopted'), deliberating, reader(member('K3')), RUNNING),
    ).toMatchObject({
      state: 'closed',
      mayVote: false,
      tally: DECIDED_TALLY,
    });
  });

  it('hides its votes from a member who has since become a co-author, whose own vote no longer counts', () => {
    const merged = value(mergeIdea(ofK2(), onAgenda, firm.signed(firm.SECRETARY))).target;
    const since = reader(member('K2'), 'approve');
    expect(ballotView(merged, deliberating, since, RUNNING)).toMatchObject({
      myVote: null,
      tally: null,
    });
    expect(votesView(merged, deliberating, since, [])).toEqual({});
  });

  it('of a merged idea, which may yet be unmerged, hides its votes until its round has closed', () => {
    const merged = value(mergeIdea(onAgenda, ofK2(), firm.signed(firm.SECRETARY))).source;
    const other = reader(member('K3'));
    expect(ballotView(merged, deliberating, other, RUNNING).tally).toBeNull();
    expect(votesView(merged, deliberating, other, [])).toEqual({});
    expect(ballotView(merged, deliberating, reader(member('K3'), 'oppose'), RUNNING).tally).toEqual(
      RUNNING,
    );
    const { closesAt } = deliberating.schedule;
    expect(ballotView(merged, deliberating, { ...other, at: closesAt }, RUNNING).tally).toEqual(
      RUNNING,
    );
  });

  it('once decided still shows their vote to a member who became a co-author only after that', () => {
    const claimed = value(
      claimUnnamedIdea(
        ofK2({ unnamed: true }),
        firm.department('铸造车间'),
        firm.signed(member('K2')),
      ),
    );
    const [late] = acknowledged(
      claimed,
      [decided('adopted')],
      firm.signed(member('K2'), '2026-10-16 09:00'),
    );
    expect(late?.after.coAuthors).toMatchObject([{ id: 'K2' }]);
    expect(
      ballotView(late!.after, deliberating, reader(member('K2'), 'approve'), RUNNING),
    ).toMatchObject({
      myVote: 'approve',
      mayVote: false,
      eligible: 3,
      tally: DECIDED_TALLY,
    });
  });

  it('is not open, and shows nothing, before deliberation and without a round', () => {
    expect(ballotView(submittedAs(), collecting, reader(member('K2')), RUNNING)).toEqual({
      state: 'not-open',
      mayVote: false,
      myVote: null,
      tally: null,
      turnout: null,
    });
    expect(ballotView(submittedAs(), undefined, reader(member('K2')), RUNNING).tally).toBeNull();
  });

  it('of a deferred idea is not open until its next round lists it', () => {
    expect(
      ballotView(decided('deferred'), collecting, reader(member('K2')), RUNNING),
    ).toMatchObject({
      state: 'not-open',
      tally: null,
    });
  });
});

describe('a secret ballot', () => {
  const secret = { ...deliberating, rules: { ...deliberating.rules, ballot: 'secret' as const } };
  const { closesAt } = deliberating.schedule;
  const remarked = (comment: string, seat: string): Vote => ({
    ballot: 'secret',
    round: secret.id,
    seat: voterPseudonymOf(seat),
    choice: 'approve',
    comment,
  });
  const cast = [
    remarked('值得一试', 'a'),
    remarked('早该这样做', 'b'),
    remarked('A good one', 'c'),
  ];

  it('shows its tally to nobody, not even voters, until it is decided', () => {
    for (const choice of [undefined, 'oppose'] as const)
      for (const at of [MORNING, closesAt])
        expect(
          ballotView(onAgenda, secret, reader(member('K2'), choice, at), RUNNING),
        ).toMatchObject({
          rule: 'secret',
          tally: null,
        });
    expect(ballotView(decided('adopted'), secret, reader(AUTHOR), RUNNING).tally).toEqual(
      DECIDED_TALLY,
    );
  });

  it('shows comments once it is decided, in alphabetical order, and never the voters', () => {
    expect(votesView(onAgenda, secret, reader(member('K2'), 'oppose'), cast)).toEqual({});
    const shown = cast.map(({ comment }) => comment).toSorted();
    for (const order of [cast, cast.toReversed()])
      expect(votesView(decided('adopted'), secret, reader(AUTHOR), order)).toEqual({
        voteComments: shown,
      });
  });
});

describe('an open ballot', () => {
  it('shows who voted what to readers who may see its tally', () => {
    const castAt = MORNING;
    const votes: Vote[] = [
      {
        ballot: 'open',
        round: deliberating.id,
        seat: voterPseudonymOf('K2'),
        voter: member('K2'),
        choice: 'oppose',
        castAt,
      },
    ];
    expect(votesView(onAgenda, deliberating, reader(member('K3')), votes)).toEqual({});
    expect(votesView(onAgenda, deliberating, reader(member('K2'), 'oppose'), votes)).toEqual({
      votes: [{ voter: 'K2', choice: 'oppose' }],
    });
    expect(votesView(submittedAs(), collecting, reader(member('K2')), [])).toEqual({});
    // Deferred is decided too.
    for (const outcome of ['adopted', 'deferred'] as const)
      expect(votesView(decided(outcome), deliberating, reader(member('K3')), votes)).toEqual({
        votes: [{ voter: 'K2', choice: 'oppose' }],
      });
  });
});

describe('the turnout of an open ballot', () => {
  const electors = ['K1', 'K2', 'K3', 'K4'].map(member);
  const under = (ballot: 'open' | 'secret') => ({
    ...deliberating,
    rules: { ...deliberating.rules, ballot },
  });
  /** Any counts of K1's idea: at most three others vote. */
  const tally = fc
    .record({ approve: fc.nat(3), oppose: fc.nat(3), abstain: fc.nat(3) })
    .filter(({ approve, oppose, abstain }) => approve + oppose + abstain <= 3);
  const castIn = ({ approve, oppose, abstain }: Tally) => approve + oppose + abstain;
  const seen = (rule: 'open' | 'secret', counts: Tally, who: MemberId, choice?: Choice) =>
    ballotView(onAgenda, under(rule), reader(who, choice), counts);
  const anybody = fc.constantFrom(...electors, member('X1'));

  it('says how many have voted and nothing of their choices, to members who have not voted', () => {
    fc.assert(
      fc.property(tally, tally, anybody, (one, other, who) => {
        const view = seen('open', one, who);
        expect(view.turnout).toEqual({ cast: castIn(one), eligible: 3 });
        if (castIn(one) === castIn(other)) expect(seen('open', other, who)).toEqual(view);
      }),
    );
  });

  it('under the secret rule is the same below the quorum whoever has voted, and then only a number', () => {
    fc.assert(
      fc.property(
        tally,
        tally,
        anybody,
        fc.option(fc.constantFrom<Choice>('approve', 'oppose', 'abstain'), { nil: undefined }),
        (one, other, who, choice) => {
          const views = [one, other].map(counts => seen('secret', counts, who, choice));
          const quorate = [one, other].map(counts => castIn(counts) >= 2);
          for (const [at, counts] of [one, other].entries())
            expect(views[at]?.turnout).toEqual(
              quorate[at] ? { cast: castIn(counts), eligible: 3 } : null,
            );
          if (castIn(one) === castIn(other) || !(quorate[0] || quorate[1]))
            expect(views[0]).toEqual(views[1]);
        },
      ),
    );
  });

  it('is over with the ballot', () => {
    const { closesAt } = deliberating.schedule;
    for (const rule of ['open', 'secret'] as const) {
      const at = reader(member('K2'), 'approve', closesAt);
      expect(ballotView(onAgenda, under(rule), at, RUNNING).turnout).toBeNull();
      expect(seen(rule, RUNNING, member('K2')).turnout).not.toBeNull();
      const late = decided('adopted');
      expect(ballotView(late, under(rule), reader(member('K2')), RUNNING).turnout).toBeNull();
    }
  });

  it('names who has voted to chair and secretary alone, and only under the open rule', () => {
    const votes: Vote[] = ['K2', 'K3'].map(voter => ({ ...firm.voteOf(member(voter), 'oppose') }));
    const voters = (rule: 'open' | 'secret', role: Role, at = MORNING) =>
      votersView(onAgenda, under(rule), newMember('X1', [role]), at, votes);
    for (const role of ROLES)
      expect(voters('open', role), role).toEqual(
        role === 'chair' || role === 'secretary' ? { voters: ['K2', 'K3'] } : {},
      );
    expect(voters('secret', 'chair')).toEqual({});
    expect(voters('open', 'chair', deliberating.schedule.closesAt)).toEqual({});
  });
});

describe('an idea', () => {
  it('is shown as in the contract, in every state, without losing anything', () => {
    for (const idea of inEveryState()) {
      const shown = ideaReply.safeParse(ideaView(idea, NOON, []));
      expect(shown.error?.issues ?? [], idea.status).toEqual([]);
      const { history, authorDepartment, version, ...facts } = idea;
      const known = Object.keys(facts).filter(name => name !== 'reward');
      expect(Object.keys(JSON.parse(JSON.stringify(shown.data)))).toEqual(
        expect.arrayContaining(known),
      );
    }
  });

  it('has a history whose every act the contract knows', () => {
    for (const idea of inEveryState()) {
      const shown = ideaDetail.shape.history.safeParse(historyView(idea));
      expect(shown.error?.issues ?? [], idea.status).toEqual([]);
      expect(shown.data?.map(({ act, to }) => [act, to])).toEqual(
        idea.history.map(({ act, to }) => [act, to]),
      );
    }
  });

  it('has a history whose acts each carry their own fields', () => {
    const [entry] = historyView(firm.submittedIdea());
    const isKnown = (more: object) => historyEntry.safeParse({ ...entry, ...more }).success;
    expect(isKnown({ act: 'report', progress: 40, note: '轴承已到货' })).toBe(true);
    expect(isKnown({ act: 'report', progress: 40 })).toBe(false);
    expect(isKnown({ act: 'merge' })).toBe(false);
    expect(isKnown({ act: 'rewrite' })).toBe(false);
  });

  it('without a name says so and names nobody, not even in its history', () => {
    const idea = submittedAs({ unnamed: true });
    expect(ideaView(idea, NOON, [])).toMatchObject({ unnamed: true, claimable: true });
    expect(ideaView(idea, NOON, []).authorId).toBeUndefined();
    expect(historyView(idea).map(({ by }) => by)).toEqual([{ kind: 'unnamed' }]);
    expect(ideaView(submittedAs(), NOON, [])).toMatchObject({
      unnamed: false,
      claimable: false,
      authorId: AUTHOR,
    });
  });

  it('names each author of the ideas merged into it once, without its own author', () => {
    const another = (id: string, number: number) => {
      const by = { kind: 'member', id: member(id) } as const;
      return firm.submittedIdea({ id: firm.ideaId(number), authorId: member(id), by });
    };
    const into = ['A1', 'A1', firm.AUTHOR].reduce(
      (target, id, at) =>
        value(mergeIdea(another(id, at + 2), target, firm.signed(firm.SECRETARY))).target,
      firm.submittedIdea(),
    );
    expect(ideaView(into, NOON, [])).toMatchObject({ authorId: firm.AUTHOR, coAuthors: ['A1'] });
  });

  it('shows its reward to managers and its authors, and to nobody else, not even in its history', () => {
    const manages = firm.signed(firm.MANAGER);
    const shares = [{ member: firm.AUTHOR, fen: 80_000 }];
    const accepted = firm.acceptedWith(100_000);
    const paid = value(payReward(value(approveReward(accepted, 80_000, shares, manages)), manages));
    const seen = (id: string, roles: Parameters<typeof newMember>[1]) =>
      rewardFor(paid, newMember(id, roles));
    expect(seen(firm.AUTHOR, ['employee'])).toMatchObject({
      state: 'paid',
      amount: 80_000,
      least: 500,
      shares,
    });
    expect(seen('M1', ['manager'])).toEqual(seen(firm.AUTHOR, ['employee']));
    for (const role of ['employee', 'secretary', 'committee', 'chair', 'administrator'] as const)
      expect(seen('X1', [role])).toBeUndefined();
    expect(rewardFor(firm.completed(), newMember('M1', ['manager']))).toBeUndefined();
    const others = workItem.parse(workView(paid, NOON, [], newMember('X1')));
    const history = ideaDetail.shape.history.parse(historyView(paid));
    expect(JSON.stringify([others, history])).not.toMatch(
      /"reward"|"amount|"shares|"least|"proposed|80000/,
    );
  });

  it('says by the organization’s day how long its work still has, and that it is overdue', () => {
    const on = (local: string, idea = firm.implementing()) =>
      ideaView(idea, presentOf(firm.huatai, shanghai(local)), []).implementation;
    // Half past midnight in Shanghai is still the day before in UTC.
    expect(on('2026-12-24 00:30')).toMatchObject({ overdue: false, daysLeft: 7 });
    expect(on('2026-12-31 23:59')).toMatchObject({ overdue: false, daysLeft: 0 });
    expect(on('2027-01-01 00:00')).toMatchObject({ overdue: true, daysLeft: -1 });
    const done = on('2027-01-01 00:00', firm.completed());
    expect(done).toMatchObject({ overdue: false });
    expect(done?.daysLeft).toBeUndefined();
  });

  it('is in a list with the beginning of its problem, in one line', () => {
    const problem = `第一行\n  第二行${'长'.repeat(100)}`;
    const idea = firm.submittedIdea({ content: { ...firm.content, problem } });
    const { excerpt } = rowView(idea, NOON, []);
    expect(excerpt).toBe(`第一行 第二行${'长'.repeat(53)}…`);
  });

  it('has a next step and a place in the tracker in every state, as in the contract', () => {
    for (const idea of inEveryState()) {
      const shown = listedIdea.safeParse({
        ...rowView(idea, NOON, []),
        supports: 0,
        comments: 0,
        supported: false,
      });
      expect(shown.error?.issues ?? [], idea.status).toEqual([]);
    }
  });

  it('shows its decision with tally and quorum', () => {
    expect(ideaView(decided('adopted'), NOON, []).decision).toEqual({
      outcome: 'adopted',
      at: MORNING,
      by: { kind: 'member', id: 'K2' },
      round: '2026-10',
      reason: '经表决',
      tally: DECIDED_TALLY,
      eligible: 3,
      quorum: 2,
    });
  });
});

describe('a round', () => {
  it('is shown as in the contract, in every state', () => {
    const { closesAt, publishesAt } = deliberating.schedule;
    const closed = closeRound(endIntake(deliberating), closesAt);
    for (const round of [
      collecting,
      deliberating,
      closed,
      completePublication(closed, publishesAt),
    ]) {
      const parsed = roundReply.safeParse(roundView(round));
      expect(parsed.error?.issues ?? []).toEqual([]);
      expect(parsed.data?.state).toBe(round.state);
    }
  });
});
