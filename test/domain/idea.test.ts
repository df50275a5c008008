/**
 * An idea's life: whatever is done to it, and in whatever order, it keeps to the table of transitions and to its ballot.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ballotResult, CHOICES, type Choice } from '../../shared/domain/ballot.ts';
import { type BallotResult, DECISION_OUTCOMES, type DecisionOutcome } from '../../shared/domain/decision.ts';
import {
  ACT_OF,
  asSubmitted,
  decide,
  type Idea,
  list,
  openForSupport,
  withdraw,
} from '../../shared/domain/idea.ts';
import { roundAfter } from '../../shared/domain/ids.ts';
import { type Instant, instantOf } from '../../shared/domain/instant.ts';
import { DEFAULT_RULES } from '../../shared/domain/organization.ts';
import type { Outcome } from '../../shared/domain/refusal.ts';
import { actsFrom, IDEA_STATUSES, type IdeaAct, TRANSITIONS } from '../../shared/domain/transitions.ts';
import {
  AUTHOR,
  actor,
  CHAIR,
  CYCLE,
  codeOf,
  committee,
  handedIn,
  resultOf,
  shanghai,
  value,
  voteOf,
} from './sample.ts';

const DAY = shanghai('2026-10-15 12:00');
const ADOPT = resultOf({ approve: 6 });
const DECLINE = resultOf({ approve: 2, oppose: 5 });
const NO_QUORUM = resultOf({ approve: 2 });
const onAgenda = (): Idea => value(list(handedIn(), CYCLE, shanghai('2026-10-15 09:00')));
const decideAs = (outcome: DecisionOutcome, result: BallotResult, reason?: string) =>
  decide(onAgenda(), result, { outcome, by: CHAIR, at: DAY, ...(reason !== undefined && { reason }) });

describe('handing in', () => {
  it('begins an idea’s history with its author and counts as its first act', () => {
    const idea = handedIn();
    expect(idea).toMatchObject({ status: 'submitted', version: 1, round: '2026-10', agendaRound: '2026-10' });
    expect(idea.history).toEqual([
      { act: 'submit', at: shanghai('2026-10-08 10:00'), by: actor(AUTHOR), to: 'submitted' },
    ]);
  });

  it('while the round deliberates puts the idea on the agenda in the same breath', () => {
    const idea = handedIn({ deliberating: true });
    expect(idea.status).toBe('on-agenda');
    expect(idea.version).toBe(1);
    expect(idea.history.map(({ act, by }) => [act, by.kind])).toEqual([
      ['submit', 'member'],
      ['list', 'cycle'],
    ]);
  });
});

describe('deciding', () => {
  it('adopts with or without a reason what the ballot adopts', () => {
    const idea = value(decideAs('adopted', ADOPT));
    expect(idea.status).toBe('adopted');
    expect(idea.decision).toEqual({
      outcome: 'adopted',
      at: DAY,
      by: CHAIR,
      round: '2026-10',
      result: ADOPT,
    });
    expect(value(decideAs('adopted', ADOPT, '立即实施')).decision.reason).toBe('立即实施');
  });

  it('keeps the reason in the decision and in the history', () => {
    const idea = value(decideAs('declined', DECLINE, '费用过高'));
    expect(idea.decision.reason).toBe('费用过高');
    expect(idea.history.at(-1)).toEqual({
      act: 'decline',
      at: DAY,
      by: CHAIR,
      from: 'on-agenda',
      to: 'declined',
      reason: '费用过高',
    });
  });

  it('needs a reason to decline and to defer', () => {
    expect(codeOf(decideAs('declined', DECLINE))).toBe('reason-required');
    expect(codeOf(decideAs('deferred', ADOPT))).toBe('reason-required');
    expect(codeOf(decideAs('deferred', NO_QUORUM))).toBe('reason-required');
  });

  it('against the ballot is refused, whichever way', () => {
    expect(decideAs('declined', ADOPT, '另有考虑')).toEqual({
      ok: false,
      refusal: { code: 'against-the-ballot', outcome: 'adopted' },
    });
    expect(decideAs('adopted', DECLINE)).toEqual({
      ok: false,
      refusal: { code: 'against-the-ballot', outcome: 'declined' },
    });
  });

  it('without a quorum is refused, and says how many votes are missing', () => {
    expect(decideAs('adopted', NO_QUORUM)).toEqual({
      ok: false,
      refusal: { code: 'no-quorum', cast: 2, quorum: 6 },
    });
    expect(codeOf(decideAs('declined', NO_QUORUM, '费用过高'))).toBe('no-quorum');
  });

  it('puts a deferred idea on the next round’s agenda, and leaves it counted in its own', () => {
    const idea = value(decideAs('deferred', NO_QUORUM, '未达到法定票数'));
    expect(idea.agendaRound).toBe('2026-11');
    expect(idea.round).toBe('2026-10');
    expect(idea.decision.round).toBe('2026-10');
  });

  it('carries an idea deferred in December over into the new year, and on', () => {
    let idea: Idea = { ...onAgenda(), agendaRound: roundAfter(handedIn().round, 2) };
    for (const next of ['2027-01', '2027-02']) {
      idea = value(decide(idea, NO_QUORUM, { outcome: 'deferred', reason: '再议', by: CHAIR, at: DAY }));
      expect(idea.agendaRound).toBe(next);
      idea = value(list(idea, CYCLE, DAY));
      expect('decision' in idea).toBe(false);
    }
  });
});

describe('withdrawing', () => {
  it('is possible before the ballot and until its first vote', () => {
    expect(value(withdraw(handedIn(), 0, actor(AUTHOR), DAY)).status).toBe('withdrawn');
    expect(value(withdraw(onAgenda(), 0, actor(AUTHOR), DAY)).status).toBe('withdrawn');
    expect(codeOf(withdraw(onAgenda(), 1, actor(AUTHOR), DAY))).toBe('ballot-has-votes');
  });

  it('is too late once decided', () => {
    expect(withdraw(value(decideAs('adopted', ADOPT)), 0, actor(AUTHOR), DAY)).toEqual({
      ok: false,
      refusal: { code: 'wrong-state', act: 'withdraw', status: 'adopted' },
    });
  });
});

describe('support', () => {
  it('is welcome until an idea is decided or gone', () => {
    expect(IDEA_STATUSES.filter(status => openForSupport({ status }))).toEqual([
      'submitted',
      'on-agenda',
      'deferred',
    ]);
  });
});

describe('the table of transitions', () => {
  it('leads nowhere from what is final', () => {
    expect(
      ['adopted', 'declined', 'withdrawn'].filter(status => actsFrom(status as 'adopted').length > 0),
    ).toEqual([]);
  });

  it('knows every act from the states it names', () => {
    for (const [act, { from }] of Object.entries(TRANSITIONS))
      expect(IDEA_STATUSES.filter(status => actsFrom(status).includes(act as IdeaAct)).toSorted()).toEqual(
        [...from].toSorted(),
      );
  });
});

/** What the model remembers of an idea: how many acts it has accepted, and the state it was born in. */
interface Model {
  readonly birth: Idea;
  accepted: number;
  now: Instant;
}
interface Real {
  idea: Idea;
}

/** One act by anybody at any time: accepted, it moves the idea along the table; refused, it leaves it as it was. */
class Act implements fc.Command<Model, Real> {
  readonly act: IdeaAct;
  readonly pause: number;
  readonly reason: string | undefined;
  readonly run_: (idea: Idea, at: Instant) => Outcome<Idea>;
  readonly admits: (idea: Idea) => boolean;

  constructor(
    act: IdeaAct,
    pause: number,
    run: (idea: Idea, at: Instant) => Outcome<Idea>,
    admits: (idea: Idea) => boolean = () => true,
    reason?: string,
  ) {
    this.act = act;
    this.pause = pause;
    this.run_ = run;
    this.admits = admits;
    this.reason = reason;
  }

  check(): boolean {
    return true;
  }

  run(model: Model, real: Real): void {
    const before = real.idea;
    const kept = structuredClone(before);
    model.now = instantOf(Date.parse(model.now) + this.pause);
    const outcome = this.run_(before, model.now);
    expect(before).toEqual(kept);
    const priors: readonly string[] = TRANSITIONS[this.act].from;
    expect(outcome.ok).toBe(priors.includes(before.status) && this.admits(before));
    if (!outcome.ok) {
      if (!priors.includes(before.status))
        expect(outcome.refusal).toEqual({ code: 'wrong-state', act: this.act, status: before.status });
      return;
    }
    const after = outcome.value;
    model.accepted += 1;
    expect(after.status).toBe(TRANSITIONS[this.act].to);
    expect(after.version).toBe(model.birth.version + model.accepted);
    expect(after.history.slice(0, -1)).toEqual(before.history);
    expect(after.history.at(-1)).toMatchObject({
      act: this.act,
      at: model.now,
      from: before.status,
      to: after.status,
    });
    expect(after.history.at(-1)?.reason).toBe(this.reason);
    const { id, organization, round, submittedAt, title } = model.birth;
    expect(after).toMatchObject({ id, organization, round, submittedAt, title });
    expect(after.agendaRound).toBe(
      this.act === 'defer' ? roundAfter(before.agendaRound) : before.agendaRound,
    );
    expect('decision' in after).toBe(['adopted', 'declined', 'deferred'].includes(after.status));
    expect(asSubmitted(after)).toEqual(model.birth);
    real.idea = after;
  }

  toString(): string {
    return `${this.act} after ${this.pause} ms`;
  }
}

const ELECTORATE = committee(5);
/** Long and short, and none at all: two acts may fall into one millisecond. */
const pause = fc.constantFrom(0, 1, 60_000, 86_400_000);
const listing = fc
  .tuple(pause, fc.constantFrom(CYCLE, CHAIR))
  .map(([pause, by]) => new Act('list', pause, (idea, at) => list(idea, by, at)));
const withdrawing = fc.tuple(pause, fc.nat({ max: 2 })).map(
  ([pause, votes]) =>
    new Act(
      'withdraw',
      pause,
      (idea, at) => withdraw(idea, votes, actor(AUTHOR), at),
      () => votes === 0,
    ),
);
const deciding = fc
  .record({
    pause,
    choices: fc.array(fc.constantFrom<Choice>(...CHOICES), { maxLength: ELECTORATE.length }),
    outcome: fc.constantFrom(...DECISION_OUTCOMES),
    reason: fc.option(fc.constantFrom('费用过高', '再议'), { nil: undefined }),
  })
  .map(({ pause, choices, outcome, reason }) => {
    const votes = choices.map((choice, at) => voteOf(ELECTORATE[at]!, choice));
    const result = ballotResult(votes, ELECTORATE, DEFAULT_RULES);
    const by = { outcome, by: CHAIR, ...(reason !== undefined && { reason }) };
    const bound = outcome === 'deferred' || (result.quorate && result.outcome === outcome);
    const reasoned = outcome === 'adopted' || reason !== undefined;
    return new Act(
      ACT_OF[outcome],
      pause,
      (idea, at) => decide(idea, result, { ...by, at }),
      () => bound && reasoned,
      reason,
    );
  });

describe('any sequence of acts', () => {
  it.each([
    ['before deliberation', false],
    ['during deliberation', true],
  ])('on an idea handed in %s keeps to the table, and can be traced back to its birth', (_, deliberating) => {
    fc.assert(
      fc.property(fc.commands([listing, withdrawing, deciding], { maxCommands: 30 }), commands => {
        fc.modelRun(() => {
          const birth = handedIn({ deliberating });
          return {
            model: { birth, accepted: 0, now: birth.submittedAt },
            real: { idea: birth },
          };
        }, commands);
      }),
      { numRuns: 300 },
    );
  });

  it('leaves a history that runs from state to state without a gap', () => {
    const idea = value(
      decide(value(list(value(decideAs('deferred', NO_QUORUM, '再议')), CYCLE, DAY)), ADOPT, {
        outcome: 'adopted',
        by: CHAIR,
        at: DAY,
      }),
    );
    expect(idea.history.map(({ from, act, to }) => [from, act, to])).toEqual([
      [undefined, 'submit', 'submitted'],
      ['submitted', 'list', 'on-agenda'],
      ['on-agenda', 'defer', 'deferred'],
      ['deferred', 'list', 'on-agenda'],
      ['on-agenda', 'adopt', 'adopted'],
    ]);
  });

  it('does not bring an unnamed author’s name back', () => {
    const { authorId: _, ...unnamed } = handedIn({ by: { kind: 'unnamed' } });
    expect(asSubmitted(value(list(unnamed as Idea, CYCLE, DAY)))).toEqual(unnamed);
  });
});
