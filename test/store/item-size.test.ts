/**
 * The largest possible item of an idea: with any amount of text, in characters of any size, it fits
 * the table, whose limit is 400 KB.
 */
import { describe, expect, it } from 'vitest';
import { answerAppeal, appealDecision } from '../../shared/domain/idea/appeal.ts';
import { decideIdea, reopenIdea } from '../../shared/domain/idea/deliberation.ts';
import { nameExcellent, unnameExcellent } from '../../shared/domain/idea/excellence.ts';
import type { Actor, IdeaContent } from '../../shared/domain/idea/history.ts';
import { type Idea, isExcellent } from '../../shared/domain/idea/idea.ts';
import {
  abandonIdea,
  acceptIdea,
  assignIdea,
  completeIdea,
  reportProgress,
  sendBackIdea,
} from '../../shared/domain/idea/implementation.ts';
import { rateOutcome } from '../../shared/domain/idea/rating.ts';
import { approveReward, evenShares, payReward } from '../../shared/domain/idea/reward.ts';
import {
  mergeIdea,
  returnIdea,
  reviseIdea,
  unmergeIdea,
} from '../../shared/domain/idea/screening.ts';
import type { Instant } from '../../shared/domain/kernel/instant.ts';
import type { Result } from '../../shared/domain/kernel/result.ts';
import {
  BODY,
  fits,
  graphemes,
  RATING_WORD,
  REASON,
  type TextLimits,
  TITLE,
} from '../../shared/domain/kernel/text.ts';
import { DEFAULT_CALENDAR } from '../../shared/domain/organization/calendar.ts';
import { DEFAULT_BANDS } from '../../shared/domain/organization/reward-bands.ts';
import type { Refusal } from '../../shared/domain/refusal.ts';
import { toItem } from '../../shared/store/idea-item.ts';
import { ideaRepository } from '../../shared/store/ideas.ts';
import { freshTable } from '../fresh-table.ts';
import {
  category,
  date,
  decided,
  department,
  granted,
  HUATAI,
  instant,
  listed,
  member,
  newIdea,
  OCTOBER,
  roundIn,
  unanimous,
} from './sample-facts.ts';

const LIMIT = 400 * 1024;
const LONG_NAME = 'H'.repeat(32);
const OWNER = member(`${LONG_NAME.slice(1)}O`);
const AUTHOR = member(LONG_NAME);
const BEFORE = { round: OCTOBER, deliberating: false };
const signed = (id = 'S'.repeat(32)) => ({
  by: { kind: 'member', id: member(id) } satisfies Actor,
  at: instant('2026-10-09T02:00:00.000Z'),
});
const OWNING = signed(OWNER);
/**
 * The size of an item by the table's rules: names and texts in UTF-8, 21 for a number at most, and
 * one or three for the rest.
 */
function sizeOf(value: unknown): number {
  if (typeof value === 'string') return Buffer.byteLength(value);
  if (typeof value === 'number') return 21;
  if (typeof value !== 'object' || value === null) return 1;
  const parts = Array.isArray(value) ? value : Object.entries(value);
  const named = Array.isArray(value)
    ? 0
    : Object.keys(value).reduce((sum, name) => sum + sizeOf(name), 0);
  return parts.reduce(
    (sum: number, part) => sum + 1 + sizeOf(Array.isArray(value) ? part : part[1]),
    3 + named,
  );
}

/** The longest text of one character that a field accepts, or a text of the given length. */
function textOf(character: string, { max, units = 12 }: TextLimits, most = max): string {
  const text = character.repeat(Math.min(most, Math.floor((max * units) / character.length)));
  expect(fits(text, { min: 1, max, units })).toBe(true);
  return text;
}

/** Repeats an act with ever shorter texts, until there is no room for another word. */
function toTheBrim(
  idea: Idea,
  again: (idea: Idea, length: number, turn: number) => Result<Idea, Refusal>,
): Idea {
  let [full, turn] = [idea, 0];
  for (const length of [2000, 400, 80, 16, 2])
    for (;;) {
      turn += 1;
      expect(turn, 'a history without end').toBeLessThan(5000);
      const outcome = again(full, length, turn);
      if (!outcome.ok) {
        expect(outcome.refusal.code).toBe('history-full');
        break;
      }
      expect(outcome.value.version).toBeGreaterThan(full.version);
      full = outcome.value;
    }
  return full;
}

describe.each([
  ['plain Chinese', '字'],
  ['families', '👨‍👩‍👧‍👦'],
  ['characters heaped with marks', `字${'\u20e3'.repeat(11)}`],
])('an idea written in %s', (_, character) => {
  expect(graphemes(character)).toBe(1);
  const words = (length = REASON.max) => textOf(character, REASON, length);
  const content = (length = BODY.max): IdeaContent => ({
    title: textOf(character, TITLE),
    problem: textOf(character, BODY, length),
    proposal: textOf(character, BODY, length),
    category: category('𠮷'.repeat(40)),
    department: department('𠮷'.repeat(40)),
    expectedBenefit: 9_999_999_999,
  });
  const short = content(2);
  const born = (): Idea => ({ ...newIdea({ author: AUTHOR }), ...content() });

  const talkedOver = (): Idea =>
    toTheBrim({ ...born(), ...short }, (idea, length) => {
      const returned = returnIdea(idea, words(length), signed());
      return returned.ok ? reviseIdea(returned.value, short, signed(AUTHOR), BEFORE) : returned;
    });
  const revised = (): Idea =>
    toTheBrim(born(), (idea, length, turn) =>
      reviseIdea(idea, { ...content(length), expectedBenefit: turn }, signed(AUTHOR), BEFORE),
    );
  const joined = (): Idea =>
    toTheBrim(born(), (idea, _, turn) => {
      const merger = mergeIdea(newIdea({ author: `${LONG_NAME.slice(6)}${turn}` }), idea, signed());
      return merger.ok ? { ok: true, value: merger.value.target } : merger;
    });
  const adopted = (idea: Idea, length?: number): Idea => {
    const onAgenda = idea.status === 'on-agenda' ? idea : listed(idea);
    const result = decidedResult(onAgenda);
    const request = {
      ...signed(),
      outcome: 'adopted',
      reason: words(length),
      reply: words(length),
    } as const;
    return granted(decideIdea(onAgenda, result, request));
  };
  const assigned = (idea: Idea): Idea =>
    granted(
      assignIdea(idea, { owner: OWNER, due: date('2026-12-31') }, signed(), date('2026-10-20')),
    );
  const reported = (idea: Idea): Idea =>
    toTheBrim(idea, (one, length, turn) =>
      reportProgress(one, { progress: turn % 100, note: words(length) }, OWNING),
    );
  const done = (idea: Idea, length?: number): Idea =>
    granted(completeIdea(idea, { done: words(length), claimedBenefit: 9_999_999_999 }, OWNING));
  const sentBackAndForth = (idea: Idea): Idea =>
    toTheBrim(idea, (one, length) =>
      one.status === 'completed'
        ? sendBackIdea(one, words(length), signed())
        : completeIdea(one, { done: words(length), claimedBenefit: 9_999_999_999 }, OWNING),
    );

  const approvedBy = (idea: Idea, fen: number) => {
    const authors = [AUTHOR, ...idea.coAuthors.map(({ id }) => id)].slice(0, 100);
    return approveReward(idea, fen, evenShares(fen, authors), signed());
  };
  const rewarded = (idea: Idea): Idea => {
    const accepted = granted(acceptIdea(idea, 9_999_999_999, signed(), DEFAULT_BANDS));
    return granted(approvedBy(accepted, 400_000));
  };
  const paid = (idea: Idea): Idea => granted(payReward(idea, signed()));

  /** The calendar's acts on an idea that nobody votes on, for three years. */
  const deferredOn = (idea: Idea): Idea => {
    let waiting = idea;
    for (let month = 0; month < 36; month += 1) {
      const onAgenda = listed(waiting);
      const request = { outcome: 'as-balloted', by: { kind: 'cycle' }, at: LATER } as const;
      waiting = granted(decideIdea(onAgenda, NOBODY, request));
    }
    return waiting;
  };
  const takenApart = (idea: Idea): Idea => {
    let whole = idea;
    for (const { idea: id } of idea.history.filter(entry => entry.act === 'absorb')) {
      const source = { ...newIdea(), id, status: 'merged', into: idea.id } as const;
      const history = [
        ...source.history,
        { act: 'merge', into: idea.id, ...signed(), from: 'submitted', to: 'merged' } as const,
      ];
      const parted = unmergeIdea({ ...source, version: 2, history }, whole, 0, signed(), BEFORE);
      if (!parted.ok) {
        expect(parted.refusal.code).toBe('history-full');
        break;
      }
      whole = parted.value.target;
    }
    return whole;
  };
  const reopened = (idea: Idea): Idea =>
    toTheBrim(adopted(idea), (one, length) =>
      one.status === 'adopted'
        ? reopenIdea(one, roundIn('deliberating'), words(length), signed(), DEFAULT_CALENDAR)
        : decideIdea(one, decidedResult(one), { ...signed(), outcome: 'adopted' }),
    );

  const declined = (idea: Idea): Idea => {
    const onAgenda = listed(idea);
    const result = { ...decidedResult(onAgenda), outcome: 'declined' } as const;
    const said = { outcome: 'declined', reason: words(), reply: words() } as const;
    return granted(decideIdea(onAgenda, result, { ...signed(), ...said }));
  };
  const rated = (idea: Idea): Idea => {
    const word = '👨‍👩‍👧'.repeat(100).slice(0, RATING_WORD.max * 4);
    const said = { satisfaction: 'dissatisfied', word } as const;
    return granted(rateOutcome(idea, said, PUBLISHED, signed(AUTHOR)));
  };
  /** An appeal that is upheld at length; none, if the history has no room for it. */
  const appealed = (idea: Idea): Idea => {
    const period = { appealDays: 15, calendar: DEFAULT_CALENDAR };
    const now = LATER;
    const made = appealDecision(
      idea,
      words(),
      { round: PUBLISHED, now, ...period },
      signed(AUTHOR),
    );
    if (!made.ok) {
      expect(made.refusal.code).toBe('history-full');
      return idea;
    }
    const answer = { outcome: 'upheld', reply: words() } as const;
    return granted(answerAppeal(made.value, answer, OCTOBER, signed()));
  };
  const honoured = (idea: Idea): Idea =>
    toTheBrim(idea, one =>
      isExcellent(one) ? unnameExcellent(one, signed()) : nameExcellent(one, signed()),
    );

  const ends: Record<string, () => Idea> = {
    'handed in': born,
    'talked over, decided at length, done at once': () => done(assigned(adopted(talkedOver()))),
    'revised, decided at length, sent back and forth and given up': () => {
      const idea = sentBackAndForth(assigned(adopted(revised())));
      return idea.status === 'implementing' ? granted(abandonIdea(idea, words(), signed())) : idea;
    },
    'carried out under many reports, and rewarded': () =>
      paid(rewarded(done(reported(assigned(adopted({ ...born(), ...short }, 2)))))),
    'joined by many, sent back and forth, and rewarded over and over': () => {
      const idea = sentBackAndForth(assigned(adopted(joined())));
      const first = rewarded(idea.status === 'completed' ? idea : done(idea));
      return paid(toTheBrim(first, (one, _, turn) => approvedBy(one, 250_000 + turn)));
    },
    'put off for years, decided at length, done at once': () =>
      done(assigned(adopted(deferredOn(talkedOver())))),
    'joined by many, taken apart, decided at length, done at once': () =>
      done(assigned(adopted(takenApart(joined())))),
    'given up at length': () =>
      granted(abandonIdea(assigned(adopted(talkedOver())), words(), signed())),
    'reopened over and over': () => reopened(talkedOver()),
    'declined, rated and appealed at length, then adopted, rated and done at length': () => {
      const again = appealed(rated(declined({ ...born(), ...short })));
      expect(again.status).toBe('on-agenda');
      return done(assigned(rated(adopted(again))), 2);
    },
    'talked over, declined at length, and too full for an appeal': () =>
      appealed(rated(declined(talkedOver()))),
    'honoured over and over, and rewarded': () =>
      paid(rewarded(done(assigned(honoured(adopted({ ...born(), ...short }, 2)))))),
  };

  let largest: { readonly size: number; readonly idea: Idea } | undefined;
  it.each(Object.entries(ends))('%s fits', (_, end) => {
    const idea = end();
    const size = sizeOf(toItem(idea));
    expect(size).toBeLessThan(LIMIT);
    if (size > (largest?.size ?? 0)) largest = { size, idea };
  });

  it('the largest of them is stored, and read as it was', async () => {
    const idea = largest?.idea ?? born();
    const ideas = ideaRepository(await freshTable());
    expect(await ideas.create(idea, [], 'print')).toEqual({ created: true });
    expect(await ideas.get(HUATAI, idea.id)).toEqual(idea);
  });
});

const LATER: Instant = instant('2026-10-18T10:00:00.000Z');
const PUBLISHED = roundIn('published');
const NOBODY = {
  tally: { approve: 0, oppose: 0, abstain: 0 },
  eligible: 98,
  quorum: 66,
  quorate: false,
  outcome: 'deferred',
} as const;
const decidedResult = (idea: Idea) => {
  const { after } = decided(idea, unanimous('approve'));
  if (after.status !== 'adopted') throw new Error('not adopted');
  return after.decision.result;
};
