/**
 * Acts that depend on more than their idea: they are stored on all their conditions or not at all.
 */
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, describe, expect, it } from 'vitest';
import { reopenIdea } from '../../shared/domain/idea/deliberation.ts';
import { contentOf } from '../../shared/domain/idea/history.ts';
import type { Idea } from '../../shared/domain/idea/idea.ts';
import {
  mergeIdea,
  returnIdea as returned,
  reviseIdea,
  unmergeIdea,
} from '../../shared/domain/idea/screening.ts';
import { err, ok } from '../../shared/domain/kernel/result.ts';
import { DEFAULT_CALENDAR } from '../../shared/domain/organization/calendar.ts';
import { MOST_ELECTORS } from '../../shared/domain/organization/organization.ts';
import { type Round, type RoundState, sealRound } from '../../shared/domain/round/round.ts';
import { ideaItem, toItem } from '../../shared/store/idea-item.ts';
import { type IdeaRepository, ideaRepository } from '../../shared/store/ideas.ts';
import { TRIES } from '../../shared/store/retry.ts';
import { roundRepository } from '../../shared/store/rounds.ts';
import { voteRepository } from '../../shared/store/votes.ts';
import { type FreshTable, freshTable } from '../fresh-table.ts';
import { putRound } from './put-items.ts';
import {
  decided,
  granted,
  HUATAI,
  instant,
  listed,
  member,
  newIdea,
  OCTOBER,
  organization,
  roundIn,
  SECRETARY,
  seatsOf,
  unanimous,
  voteOf,
  withdrawn,
} from './sample-facts.ts';
import { watched } from './watched-table.ts';

let table: FreshTable;
let ideas: IdeaRepository;
beforeAll(async () => {
  table = await freshTable();
  ideas = ideaRepository(table);
});

const CHANGED = { ok: false, refusal: { code: 'changed-meanwhile' } };
const SIGNED = { by: SECRETARY, at: instant('2026-10-16T02:00:00.000Z') };
const PLACE = { round: OCTOBER, deliberating: true };
let firms = 0;

/** An idea that is adopted in a round of its own firm. */
async function adoptedIn(round: Round): Promise<Idea> {
  const { organization } = round;
  await putRound(table, round);
  const submitted = newIdea({ organization });
  const onAgenda = listed(submitted);
  const { after } = decided(onAgenda, unanimous('approve'));
  await ideas.create(submitted, [], 'print');
  granted(await ideas.save(submitted, onAgenda));
  return granted(await ideas.save(onAgenda, after));
}

function roundOf(state: RoundState): Round {
  firms += 1;
  return roundIn(state, OCTOBER, organization(`premise-${firms}`));
}

describe('an act on condition of a round', () => {
  it('is stored while the round is unchanged', async () => {
    for (const state of ['deliberating', 'decided'] as const) {
      const round = roundOf(state);
      const idea = await adoptedIn(round);
      const back = granted(reopenIdea(idea, round, '票数有误', SIGNED, DEFAULT_CALENDAR));
      granted(await ideas.saveTogether([{ before: idea, after: back }], [{ of: 'round', round }]));
      expect(await ideas.get(idea.organization, idea.id)).toEqual(back);
    }
  });

  it('is not stored once the round has moved on, or its bulletin is being made', async () => {
    const rounds = roundRepository(table);
    const cases: [Round, (round: Round) => Promise<unknown>][] = [
      [
        roundOf('deliberating'),
        round => rounds.advance(round, { ...roundIn('decided'), organization: round.organization }),
      ],
      [
        roundOf('decided'),
        async round => {
          if (round.state !== 'decided') throw new Error('not decided');
          return rounds.advance(round, sealRound(round));
        },
      ],
      [
        roundOf('decided'),
        round =>
          rounds.advance(round, { ...roundIn('published'), organization: round.organization }),
      ],
    ];
    for (const [round, move] of cases) {
      const idea = await adoptedIn(round);
      expect(await move(round)).toBe(true);
      const back = granted(reopenIdea(idea, round, '票数有误', SIGNED, DEFAULT_CALENDAR));
      expect(
        await ideas.saveTogether([{ before: idea, after: back }], [{ of: 'round', round }]),
      ).toEqual(CHANGED);
      expect(await ideas.get(idea.organization, idea.id)).toEqual(idea);
    }
  });
});

describe('two ideas that change together', () => {
  async function two(): Promise<[Idea, Idea]> {
    const pair: [Idea, Idea] = [newIdea(), newIdea()];
    for (const idea of pair) await ideas.create(idea, [], 'print');
    return pair;
  }

  it('change both, with one transaction', async () => {
    const [source, target] = await two();
    const sent: string[] = [];
    const merger = granted(mergeIdea(source, target, SIGNED));
    granted(
      await ideaRepository(watched(table, { sent: command => sent.push(command) })).saveTogether(
        [
          { before: source, after: merger.source },
          { before: target, after: merger.target },
        ],
        [],
      ),
    );
    expect(sent).toEqual(['TransactWriteCommand']);
    expect([await ideas.get(HUATAI, source.id), await ideas.get(HUATAI, target.id)]).toEqual([
      merger.source,
      merger.target,
    ]);
  });

  it('stay unchanged if one of them has changed, or does not exist', async () => {
    for (const spoil of [
      async (idea: Idea) => void granted(await ideas.save(idea, listed(idea))),
      async (idea: Idea) => void granted(await ideas.save(idea, withdrawn(idea))),
    ]) {
      const [source, target] = await two();
      const merger = granted(mergeIdea(source, target, SIGNED));
      await spoil(target);
      const spoiled = await ideas.get(HUATAI, target.id);
      const changes = [
        { before: source, after: merger.source },
        { before: target, after: merger.target },
      ];
      for (const order of [changes, changes.toReversed()])
        expect(await ideas.saveTogether(order, [])).toEqual(CHANGED);
      expect([await ideas.get(HUATAI, source.id), await ideas.get(HUATAI, target.id)]).toEqual([
        source,
        spoiled,
      ]);
    }
    const [source] = await two();
    const nowhere = newIdea();
    const merger = granted(mergeIdea(source, nowhere, SIGNED));
    expect(
      await ideas.saveTogether(
        [
          { before: source, after: merger.source },
          { before: nowhere, after: merger.target },
        ],
        [],
      ),
    ).toEqual(CHANGED);
    expect(await ideas.get(HUATAI, nowhere.id)).toBeUndefined();
  });

  it('do so on condition that nobody of the largest committee has voted', async () => {
    const committee = Array.from({ length: MOST_ELECTORS }, (_, at) => member(`L${at}`));
    const [submitted, target] = await two();
    const onAgenda = granted(await ideas.save(target, listed(target)));
    const merger = granted(mergeIdea(submitted, onAgenda, SIGNED));
    granted(
      await ideas.saveTogether(
        [
          { before: submitted, after: merger.source },
          { before: onAgenda, after: merger.target },
        ],
        [],
      ),
    );
    const out = granted(unmergeIdea(merger.source, merger.target, 0, SIGNED, PLACE));
    const changes = [
      { before: merger.source, after: out.source },
      { before: merger.target, after: out.target },
    ];
    const premise = {
      of: 'ballot',
      idea: merger.target,
      pseudonyms: seatsOf(committee),
      votes: [],
    } as const;
    const vote = voteOf(committee.at(-1)!, 'abstain');
    granted(await voteRepository(table).cast(merger.target, vote));
    expect(await ideas.saveTogether(changes, [premise])).toEqual(CHANGED);
    granted(await ideas.saveTogether(changes, [{ ...premise, votes: [vote] }]));
    expect(await ideas.get(HUATAI, submitted.id)).toEqual(out.source);
  });
});

describe('an act that is decided on a reading', () => {
  it('is decided again after a concurrent change, and refused after too many', async () => {
    const idea = newIdea();
    await ideas.create(idea, [], 'print');
    let disturbed = 0;
    const disturbing = ideaRepository(
      watched(table, {
        async before() {
          disturbed += 1;
          const now = (await ideas.get(HUATAI, idea.id))!;
          const other = disturbed % 2 === 1 ? giveBack(now) : sayAnew(now);
          granted(await ideas.save(now, other));
        },
      }),
    );
    const seen: number[] = [];
    const outcome = await disturbing.act(HUATAI, idea.id, undefined, now => {
      seen.push(now.version);
      return ok(now.status === 'submitted' ? giveBack(now) : sayAnew(now));
    });
    expect(outcome).toEqual(CHANGED);
    expect(seen).toEqual(Array.from({ length: TRIES }, (_, at) => at + 1));
  });

  it('is refused if it does not follow from the stored state, whatever version was named', async () => {
    const idea = newIdea();
    await ideas.create(idea, [], 'print');
    const no = err({ code: 'not-the-author' });
    expect(await ideas.act(HUATAI, idea.id, undefined, () => no)).toEqual(no);
    expect(await ideas.act(HUATAI, idea.id, 7, () => no)).toEqual({
      ok: false,
      refusal: { code: 'version-mismatch', current: 1 },
    });
    expect(await ideas.act(HUATAI, newIdea().id, 1, () => no)).toEqual({
      ok: false,
      refusal: { code: 'not-found', what: 'idea' },
    });
    // A repeated act that changes nothing was done before, and is not stored again, even with an
    // old version.
    expect(await ideas.act(HUATAI, idea.id, 7, same => ok(same))).toEqual({
      ok: true,
      value: idea,
    });
    // One act at a time, and only ever an act.
    await expect(
      ideas.act(HUATAI, idea.id, 1, now => ok(sayAnew(giveBack(now)))),
    ).rejects.toThrow();
    await expect(ideas.act(HUATAI, idea.id, 1, now => ok({ ...now }))).rejects.toThrow();
    expect(await ideas.get(HUATAI, idea.id)).toEqual(idea);
  });
});

function giveBack(idea: Idea): Idea {
  return granted(returned(idea, '请写明数量', SIGNED));
}

function sayAnew(idea: Idea): Idea {
  const author = { by: { kind: 'member', id: idea.authorId! }, at: SIGNED.at } as const;
  const again = { ...contentOf(idea), title: `第 ${idea.version} 稿` };
  return granted(reviseIdea(idea, again, author, { ...PLACE, deliberating: false }));
}

it('an act removes attributes of an older version that the present one lacks', async () => {
  const before = newIdea();
  const Item = { ...toItem(before, 'print'), mood: '急' };
  await table.client.send(new PutCommand({ TableName: table.name, Item }));
  const { former } = ideaItem;
  try {
    Object.assign(ideaItem, { former: ['mood'] });
    granted(await ideas.save(before, withdrawn(before)));
  } finally {
    Object.assign(ideaItem, { former });
  }
  expect(await ideas.get(HUATAI, before.id)).toEqual(withdrawn(before));
});
