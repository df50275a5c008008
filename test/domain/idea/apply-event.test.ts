/**
 * An idea's history: in any sequence of acts on any ideas, each idea keeps to the table of
 * transitions, and its present and every former state can be recomputed from its history.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEvent, asOf } from '../../../shared/domain/idea/apply-event.ts';
import { eligibleVoters } from '../../../shared/domain/idea/ballot.ts';
import { claimUnnamedIdea } from '../../../shared/domain/idea/claim.ts';
import { isSlip } from '../../../shared/domain/idea/correction.ts';
import { type Actor, contentOf, type HistoryEntry } from '../../../shared/domain/idea/history.ts';
import {
  authorsOf,
  decisionOf,
  type Idea,
  implementationOf,
  isExcellent,
  ratingOf,
  recusedFrom,
} from '../../../shared/domain/idea/idea.ts';
import {
  IDEA_ACTS,
  IDEA_STATUSES,
  type IdeaAct,
  nextStatuses,
  priorStatuses,
} from '../../../shared/domain/idea/lifecycle.ts';
import { awaitedAdviser } from '../../../shared/domain/idea/opinion.ts';
import { reviseIdea } from '../../../shared/domain/idea/screening.ts';
import { attempts, ELECTORATE, latest, play } from '../any-acts.ts';
import {
  AUTHOR,
  acceptedWith,
  actor,
  CYCLE,
  content,
  decided,
  department,
  listed,
  MANAGER,
  shanghai,
  signed,
  submittedIdea,
  value,
} from '../sample.ts';

/** For an act that follows from another idea's act, that other act. */
const CAUSES: ReadonlyMap<IdeaAct, IdeaAct> = new Map([
  ['absorb', 'merge'],
  ['release', 'unmerge'],
  ['acknowledge', 'claim'],
]);
/** Acts that change nothing where what they ask for holds already, whoever brought it about. */
const HOLDS: { readonly [Act in IdeaAct]?: (idea: Idea) => boolean } = {
  'name-excellent': isExcellent,
  'unname-excellent': idea => !isExcellent(idea),
  'rate-outcome': idea => ratingOf(idea) !== undefined,
  appeal: idea => 'appeal' in idea,
  correct: isSlip,
  refer: idea => awaitedAdviser(idea) !== undefined,
  assign: idea => implementationOf(idea) !== undefined,
  reassign: idea => implementationOf(idea) !== undefined,
  'pay-reward': idea => idea.status === 'accepted' && idea.reward.state === 'paid',
  'decline-authorship': ({ history }) => history.some(({ act }) => act === 'decline-authorship'),
};
const AUTHORS_OWN = new Set<string>(['revise', 'withdraw', 'rate-outcome', 'appeal']);
const NEVER_AUTHORS = new Set<string>([
  'approve-reward',
  'pay-reward',
  'name-excellent',
  'answer-appeal',
]);
const RUNS = { numRuns: 100 };
const idOf = (by: Actor): string | undefined => (by.kind === 'member' ? by.id : undefined);
/** Each successful act, with the idea before and after. */
const actsOf = (states: readonly Idea[]) =>
  states
    .slice(1)
    .map((after, at) => ({ before: states[at]!, after, entry: after.history.at(-1)! }));

describe('any attempt', { timeout: 60_000 }, () => {
  it('keeps to the table of transitions', () => {
    fc.assert(
      fc.property(attempts, all => {
        for (const { before, after, entry } of play(all).lives.flatMap(actsOf)) {
          if (entry.act === 'submit') throw new Error('handed in twice');
          expect(priorStatuses(entry.act)).toContain(before.status);
          expect(nextStatuses(entry.act, before.status)).toContain(after.status);
          expect([entry.from, entry.to]).toEqual([before.status, after.status]);
        }
      }),
      RUNS,
    );
  });

  it('is refused for the state exactly where the table lacks it, unless it is a repeated request', () => {
    fc.assert(
      fc.property(attempts, all => {
        for (const { act, by, before, outcome } of play(all).tried) {
          const asked = CAUSES.get(act) ?? act;
          const known = outcome.ok && outcome.value === before;
          const assigning = ['assign', 'reassign'].includes(asked);
          const fits = assigning
            ? ['adopted', 'implementing'].includes(before.status)
            : priorStatuses(asked).includes(before.status);
          if (known && HOLDS[act]) expect(HOLDS[act](before)).toBe(true);
          else if (known)
            expect(before.history.at(-1)).toMatchObject(assigning ? { by } : { act: asked, by });
          if (outcome.ok) expect(fits || known).toBe(true);
          else if (fits) expect(outcome.refusal.code).not.toBe('wrong-state');
          else
            expect([
              'wrong-state',
              'not-the-author',
              'already-claimed',
              'merge-into-itself',
              'not-a-slip',
              'co-author-not-possible',
              'co-authors-and-unnamed',
            ]).toContain(outcome.refusal.code);
        }
      }),
      RUNS,
    );
  });

  it('adds one entry to the history or changes nothing, and the version counts the entries', () => {
    fc.assert(
      fc.property(attempts, all => {
        for (const states of play(all).lives) {
          expect(states.map(({ version }) => version)).toEqual(states.map((_, at) => at + 1));
          for (const idea of states) {
            expect(idea.history).toHaveLength(idea.version);
            expect(states.at(-1)!.history.slice(0, idea.version)).toEqual(idea.history);
          }
        }
      }),
      RUNS,
    );
  });

  it('can be undone act by act: an idea’s present and former states follow from its history', () => {
    fc.assert(
      fc.property(attempts, all => {
        for (const states of play(all).lives) {
          const idea = states.at(-1)!;
          expect(asOf(idea, idea.history.length)).toStrictEqual(idea);
          expect(idea.history.map((_, at) => asOf(idea, at + 1))).toStrictEqual(states);
        }
      }),
      RUNS,
    );
  });

  it('succeeds only for those who have the act, as far as that concerns this idea', () => {
    const isOwners = ({ act }: HistoryEntry) => act === 'report' || act === 'complete';
    const isManagers = ({ act }: HistoryEntry) => act === 'accept' || act === 'send-back';
    fc.assert(
      fc.property(attempts, all => {
        for (const { before, after, entry } of play(all).lives.flatMap(actsOf)) {
          const by = idOf(entry.by);
          if (AUTHORS_OWN.has(entry.act)) expect(by).toBe(before.authorId);
          if (NEVER_AUTHORS.has(entry.act)) expect(authorsOf(before)).not.toContain(by);
          if (isOwners(entry)) expect(by).toBe(implementationOf(before)?.owner);
          if (isManagers(entry)) expect(by).not.toBe(implementationOf(before)?.owner);
          if (entry.act === 'claim')
            expect([before.authorId, after.authorId]).toEqual([undefined, by]);
        }
      }),
      RUNS,
    );
  });

  it('keeps all authors of an idea among the authors of its merge target, each once, and none of them may vote', () => {
    fc.assert(
      fc.property(attempts, all => {
        const { lives } = play(all);
        const ideas = lives.map(states => states.at(-1)!);
        for (const idea of ideas) {
          const merged = ideas.filter(one => one.status === 'merged' && one.into === idea.id);
          const authors = authorsOf(idea);
          expect(new Set(authors).size).toBe(authors.length);
          expect(
            new Set(idea.coAuthors.flatMap(({ via }) => via ?? [])).isSubsetOf(
              new Set(merged.map(({ id }) => id)),
            ),
          ).toBe(true);
          const declined = idea.history.flatMap(({ act, by }) =>
            act === 'decline-authorship' ? [idOf(by)] : [],
          );
          // An author who claims after the other idea was decided, or is gone, comes too late.
          const late = idea.history.some(({ act }) =>
            ['adopt', 'decline', 'withdraw'].includes(act),
          );
          for (const source of merged) {
            const then = asOf(
              source,
              source.history.findLastIndex(({ act }) => act === 'merge') + 1,
            );
            expect([...authors, ...declined]).toEqual(
              expect.arrayContaining(authorsOf(late ? then : source)),
            );
          }
          expect(eligibleVoters(ELECTORATE, idea).filter(voter => authors.includes(voter))).toEqual(
            [],
          );
        }
      }),
      RUNS,
    );
  });

  it('to decline an authorship leaves all other authors, and once a ballot has opened gives no vote', () => {
    fc.assert(
      fc.property(attempts, all => {
        for (const states of play(all).lives)
          for (const { before, after, entry } of actsOf(states)) {
            if (entry.act !== 'decline-authorship') continue;
            const by = idOf(entry.by);
            expect(authorsOf(after)).toEqual(authorsOf(before).filter(author => author !== by));
            expect(authorsOf(after).length).toBeGreaterThan(0);
            expect(after.authorId).toBe(before.authorId);
            expect({ ...after, coAuthors: [], version: 0, history: [] }).toEqual({
              ...before,
              ...{ coAuthors: [], version: 0, history: [] },
            });
            if (before.history.some(one => 'result' in one)) expect(entry.recused).toBe(true);
            const later = entry.recused ? states.slice(after.version - 1) : [];
            for (const idea of later) expect(recusedFrom(idea)).toContain(by);
          }
      }),
      RUNS,
    );
  });

  it('to unmerge restores the merged idea, and leaves nothing of it in the other', () => {
    fc.assert(
      fc.property(attempts, all => {
        const { lives } = play(all);
        for (const states of lives)
          for (const { before, after, entry } of actsOf(states)) {
            if (entry.act === 'release')
              expect(after.coAuthors.filter(({ via }) => via === entry.idea)).toEqual([]);
            if (entry.act !== 'unmerge') continue;
            const was = states[before.history.findLastIndex(({ act }) => act === 'merge') - 1]!;
            const since = before.history.slice(was.history.length);
            const acknowledged = since.flatMap(one =>
              one.act === 'acknowledge' ? [one.coAuthor] : [],
            );
            const asIs = (idea: Idea) => ({ ...contentOf(idea), round: idea.round });
            expect(asIs(after)).toEqual(asIs(was));
            expect(after.coAuthors).toEqual([...was.coAuthors, ...acknowledged]);
            expect([was.status, 'on-agenda']).toContain(after.status);
            if (after.status === was.status) expect(decisionOf(after)).toEqual(decisionOf(was));
          }
      }),
      RUNS,
    );
  });

  it('together with others brings ideas into every state, by every act', () => {
    const pasts = fc.sample(attempts, { numRuns: 500, seed: 17 }).map(all => play(all));
    const entries = pasts.flatMap(latest).flatMap(({ history }) => history);
    expect(new Set(entries.map(({ to }) => to))).toEqual(new Set(IDEA_STATUSES));
    expect(new Set(entries.map(({ act }) => act))).toEqual(new Set(['submit', ...IDEA_ACTS]));
  });
});

describe('a history', () => {
  it('runs from state to state without a gap', () => {
    const again = decided('adopted', listed(decided('deferred')));
    expect(again.history.map(({ from, act, to }) => [from, act, to])).toEqual([
      [undefined, 'submit', 'submitted'],
      ['submitted', 'list', 'on-agenda'],
      ['on-agenda', 'defer', 'deferred'],
      ['deferred', 'list', 'on-agenda'],
      ['on-agenda', 'adopt', 'adopted'],
    ]);
  });

  it('has an idea’s content before each revision', () => {
    const says = (title: string) => ({ ...content, title });
    const place = { round: submittedIdea().round, deliberating: false };
    const first = value(reviseIdea(submittedIdea(), says('第二稿'), signed(AUTHOR), place));
    const second = value(
      reviseIdea(first, { ...says('第三稿'), expectedBenefit: 5000 }, signed(AUTHOR), place),
    );
    expect([1, 2, 3].map(acts => asOf(second, acts))).toMatchObject([
      { title: content.title, version: 1 },
      { title: '第二稿', version: 2 },
      { title: '第三稿', version: 3, expectedBenefit: 5000 },
    ]);
    expect('expectedBenefit' in asOf(second, 2)).toBe(false);
  });

  it('does not restore an unnamed author’s name, and names a later claimer only from then on', () => {
    const { authorId: _, ...unnamed } = submittedIdea({ by: { kind: 'unnamed' } });
    expect(asOf(listed(unnamed), 1)).toEqual(unnamed);
    const claimed = value(
      claimUnnamedIdea(listed(unnamed), department('装配车间'), signed(AUTHOR, '2026-10-15 10:00')),
    );
    expect(claimed).toMatchObject({ authorId: AUTHOR, authorDepartment: '装配车间' });
    expect(JSON.stringify(asOf(claimed, 2))).not.toContain(AUTHOR);
    expect(asOf(claimed, 3)).toEqual(claimed);
  });

  it('has at least its first act, and cannot have two submissions', () => {
    expect(() => asOf(submittedIdea(), 0)).toThrow(RangeError);
    expect(() => applyEvent(submittedIdea(), submittedIdea().history[0]!)).toThrow(
      'handed in once',
    );
  });

  it('throws for an act that does not fit, because that is a bug', () => {
    const at = shanghai('2026-10-20 09:00');
    const by = actor(MANAGER);
    const entry = {
      act: 'report',
      progress: 5,
      note: '进行中',
      at,
      by,
      from: 'implementing',
      to: 'implementing',
    } as const;
    expect(() => applyEvent(decided('adopted'), entry)).toThrow('met one that is adopted');
    const unasked = {
      act: 'reply',
      reply: '谢谢',
      at,
      by,
      from: 'submitted',
      to: 'submitted',
    } as const;
    expect(() => applyEvent(submittedIdea(), unasked)).toThrow('no decision to reply with');
    const unapproved = { act: 'pay-reward', at, by, from: 'accepted', to: 'accepted' } as const;
    expect(() => applyEvent(acceptedWith(5000), unapproved)).toThrow('not approved');
    const unsigned = {
      act: 'claim',
      department: department('装配车间'),
      at,
      by: CYCLE,
      from: 'submitted',
      to: 'submitted',
    } as const;
    expect(() => applyEvent(submittedIdea(), unsigned)).toThrow('only a member');
  });
});
