/**
 * Decisions: nobody decides against the ballot, declining needs a reason, and a published decision
 * is not reopened.
 */
import { describe, expect, it } from 'vitest';
import type { BallotResult, DecisionOutcome } from '../../../shared/domain/idea/decision.ts';
import {
  decideIdea,
  isDecidedBy,
  reopenIdea,
  replyToIdea,
} from '../../../shared/domain/idea/deliberation.ts';
import { decisionOf, type Idea } from '../../../shared/domain/idea/idea.ts';
import { roundAfter } from '../../../shared/domain/kernel/ids.ts';
import { DEFAULT_CALENDAR } from '../../../shared/domain/organization/calendar.ts';
import {
  closeRound,
  completePublication,
  endIntake,
  newRound,
  sealRound,
} from '../../../shared/domain/round/round.ts';
import {
  AUTHOR,
  acceptedWith,
  CHAIR,
  codeOf,
  committee,
  completed,
  decided,
  deliberating,
  huatai,
  implementing,
  listed,
  member,
  resultOf,
  SECRETARY,
  shanghai,
  signed,
  submittedIdea,
  value,
} from '../sample.ts';

const DAY = shanghai('2026-10-15 12:00');
const ADOPT = resultOf({ approve: 6 });
const DECLINE = resultOf({ approve: 2, oppose: 5 });
const NO_QUORUM = resultOf({ approve: 2 });
const words = (reason?: string, reply?: string) => ({
  ...(reason !== undefined && { reason }),
  ...(reply !== undefined && { reply }),
});
const decideAs = (outcome: DecisionOutcome, result: BallotResult, reason?: string, said?: string) =>
  decideIdea(listed(), result, { outcome, by: CHAIR, at: DAY, ...words(reason, said) });

describe('deciding', () => {
  it('adopts, with or without a reason, when the ballot adopts', () => {
    const idea = value(decideAs('adopted', ADOPT));
    expect(idea.status).toBe('adopted');
    expect(decisionOf(idea)).toEqual({
      outcome: 'adopted',
      at: DAY,
      by: CHAIR,
      round: '2026-10',
      result: ADOPT,
    });
    expect(decisionOf(value(decideAs('adopted', ADOPT, '立即实施')))).toMatchObject({
      reason: '立即实施',
    });
  });

  it('stores the reason, the official reply and the ballot’s result in the decision and in the history', () => {
    const idea = value(decideAs('declined', DECLINE, '费用过高', '感谢建议，请关注明年技改计划'));
    const said = { reason: '费用过高', reply: '感谢建议，请关注明年技改计划', result: DECLINE };
    expect(decisionOf(idea)).toMatchObject(said);
    expect(idea.history.at(-1)).toEqual({
      act: 'decline',
      at: DAY,
      by: CHAIR,
      from: 'on-agenda',
      to: 'declined',
      ...said,
    });
  });

  it('needs a reason to decline and to defer', () => {
    expect(codeOf(decideAs('declined', DECLINE))).toBe('reason-required');
    expect(codeOf(decideAs('deferred', ADOPT))).toBe('reason-required');
    expect(codeOf(decideAs('deferred', NO_QUORUM))).toBe('reason-required');
  });

  it('against the ballot is refused, in either direction', () => {
    expect(decideAs('declined', ADOPT, '另有考虑')).toEqual({
      ok: false,
      refusal: { code: 'against-the-ballot', outcome: 'adopted' },
    });
    expect(decideAs('adopted', DECLINE)).toEqual({
      ok: false,
      refusal: { code: 'against-the-ballot', outcome: 'declined' },
    });
  });

  it('without a quorum is refused, with the number of missing votes', () => {
    expect(decideAs('adopted', NO_QUORUM)).toEqual({
      ok: false,
      refusal: { code: 'no-quorum', cast: 2, quorum: 6 },
    });
    expect(codeOf(decideAs('declined', NO_QUORUM, '费用过高'))).toBe('no-quorum');
  });

  it('may defer an idea that the ballot would adopt, with a reason', () => {
    expect(value(decideAs('deferred', ADOPT, '待财务核算')).status).toBe('deferred');
  });

  it('puts a deferred idea on the next round’s agenda, and keeps it counted in its own', () => {
    const idea = value(decideAs('deferred', NO_QUORUM, '未达到法定票数'));
    expect(idea).toMatchObject({ agendaRound: '2026-11', round: '2026-10' });
    expect(decisionOf(idea)?.round).toBe('2026-10');
  });

  it('carries an idea deferred in December over into the new year, and on', () => {
    let idea: Idea = { ...listed(), agendaRound: roundAfter(submittedIdea().round, 2) };
    for (const next of ['2027-01', '2027-02']) {
      idea = value(
        decideIdea(idea, NO_QUORUM, { outcome: 'deferred', reason: '再议', by: CHAIR, at: DAY }),
      );
      expect(idea.agendaRound).toBe(next);
      idea = listed(idea);
      expect('decision' in idea).toBe(false);
    }
  });

  it('is for ideas on the agenda', () => {
    const again = (idea: Idea) =>
      codeOf(decideIdea(idea, ADOPT, { outcome: 'adopted', by: CHAIR, at: DAY }));
    expect(
      [submittedIdea(), decided('adopted'), decided('deferred'), implementing()].map(again),
    ).toEqual(Array(4).fill('wrong-state'));
  });
});

describe('a repeated decision', () => {
  const request = { outcome: 'declined', by: CHAIR, at: shanghai('2026-10-15 12:05') } as const;

  it('is recognized by its author, outcome and words', () => {
    const idea = value(decideAs('declined', DECLINE, '费用过高', '谢谢'));
    expect(isDecidedBy(idea, { ...request, ...words('费用过高', '谢谢') })).toBe(true);
    expect(isDecidedBy(idea, { ...request, ...words('另有考虑', '谢谢') })).toBe(false);
    expect(isDecidedBy(idea, { ...request, ...words('费用过高') })).toBe(false);
    expect(
      isDecidedBy(idea, { ...request, ...words('费用过高', '谢谢'), ...signed(member('K2')) }),
    ).toBe(false);
  });

  it('is no longer recognized after another act', () => {
    const idea = value(decideAs('declined', DECLINE, '费用过高'));
    const since = value(replyToIdea(idea, '请关注明年技改计划', signed(SECRETARY)));
    expect(isDecidedBy(since, { ...request, ...words('费用过高') })).toBe(false);
  });
});

describe('reopening', () => {
  const round = deliberating(committee(9));
  const over = closeRound(endIntake(round), round.schedule.closesAt);
  const by = (local: string) => ({ ...signed(AUTHOR, local), by: CHAIR });
  const during = by('2026-10-16 09:00');
  const after = by('2026-10-19 09:00');

  it.each(['adopted', 'declined', 'deferred'] as const)(
    'puts an idea that was %s back to the vote',
    outcome => {
      const idea = value(reopenIdea(decided(outcome), round, '有新材料', during, DEFAULT_CALENDAR));
      expect(idea).toMatchObject({ status: 'on-agenda', agendaRound: '2026-10' });
      expect('decision' in idea).toBe(false);
      expect(idea.history.slice(-2).map(({ act }) => act)).toEqual([
        idea.history.at(-2)!.act,
        'reopen',
      ]);
      expect(idea.history.at(-1)).toMatchObject({ reason: '有新材料', from: outcome });
    },
  );

  it('after the ballots have closed brings it before the next round’s committee', () => {
    const idea = value(reopenIdea(decided('adopted'), over, '有新材料', after, DEFAULT_CALENDAR));
    expect(idea).toMatchObject({ status: 'on-agenda', agendaRound: '2026-11', round: '2026-10' });
  });

  it('of a secret ballot does so even before: the tallies of successive decisions must not reveal votes', () => {
    const secret = { ...round, rules: { ...round.rules, ballot: 'secret' } } as const;
    for (const outcome of ['adopted', 'declined', 'deferred'] as const)
      expect(
        value(reopenIdea(decided(outcome), secret, '有新材料', during, DEFAULT_CALENDAR)),
      ).toMatchObject({
        status: 'on-agenda',
        agendaRound: '2026-11',
      });
  });

  it('or, if that has closed by then too, before the one after it', () => {
    const late = by('2026-12-01 09:00');
    expect(
      value(reopenIdea(decided('adopted'), over, '有新材料', late, DEFAULT_CALENDAR)).agendaRound,
    ).toBe('2026-12');
  });

  it('does so from the very instant of closing, even if the round has not been closed yet', () => {
    const late = { by: CHAIR, at: round.schedule.closesAt };
    expect(
      value(reopenIdea(decided('adopted'), round, '有新材料', late, DEFAULT_CALENDAR)).agendaRound,
    ).toBe('2026-11');
  });

  it('is too late once the round is published, or its bulletin is being made', () => {
    const refusal = { ok: false, refusal: { code: 'round-published', round: '2026-10' } };
    expect(
      reopenIdea(
        decided('adopted'),
        completePublication(over, round.schedule.publishesAt),
        '有新材料',
        after,
        DEFAULT_CALENDAR,
      ),
    ).toEqual(refusal);
    expect(
      reopenIdea(decided('adopted'), sealRound(over), '有新材料', after, DEFAULT_CALENDAR),
    ).toEqual(refusal);
  });

  it('is refused for an undecided idea, and for one that is being implemented', () => {
    const refused = (idea: Idea) =>
      codeOf(reopenIdea(idea, round, '有新材料', during, DEFAULT_CALENDAR));
    expect([submittedIdea(), listed(), implementing(), completed()].map(refused)).toEqual(
      Array(4).fill('wrong-state'),
    );
    const early = newRound(huatai.id, round.id, round.schedule);
    expect(codeOf(reopenIdea(submittedIdea(), early, '有新材料', during, DEFAULT_CALENDAR))).toBe(
      'wrong-state',
    );
  });

  it('that is repeated changes nothing', () => {
    const idea = value(reopenIdea(decided('adopted'), round, '有新材料', during, DEFAULT_CALENDAR));
    expect(
      value(reopenIdea(idea, round, '有新材料', by('2026-10-16 09:01'), DEFAULT_CALENDAR)),
    ).toBe(idea);
  });
});

describe('the official reply', () => {
  const say = (idea: Idea, words = '已列入技改计划') => replyToIdea(idea, words, signed(SECRETARY));

  it('can be given, and replaced, whatever becomes of a decided idea', () => {
    for (const idea of [
      ...(['adopted', 'declined', 'deferred'] as const).map(outcome => decided(outcome)),
      implementing(),
      completed(),
      acceptedWith(5000),
    ]) {
      const told = value(say(value(say(idea, '正在研究'))));
      expect(told.status).toBe(idea.status);
      expect(decisionOf(told)).toEqual({ ...decisionOf(idea), reply: '已列入技改计划' });
      expect(told.version).toBe(idea.version + 2);
    }
  });

  it('waits for the decision', () => {
    expect([submittedIdea(), listed()].map(idea => codeOf(say(idea)))).toEqual([
      'wrong-state',
      'wrong-state',
    ]);
  });

  it('that is repeated changes nothing', () => {
    const told = value(say(decided('adopted')));
    expect(value(say(told))).toBe(told);
  });
});
