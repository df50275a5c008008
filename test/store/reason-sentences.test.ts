/** Reasons that earlier releases stored as sentences with the tally: read as the ballot's rules. */
import { describe, expect, it } from 'vitest';
import { decideIdea } from '../../shared/domain/idea/deliberation.ts';
import type { Idea } from '../../shared/domain/idea/idea.ts';
import { bulletinOf, verifyBulletin } from '../../shared/domain/numbers/bulletin.ts';
import { bulletinPageItem } from '../../shared/store/bulletins.ts';
import { ideaItem, toItem } from '../../shared/store/idea-item.ts';
import { ideaKey } from '../../shared/store/keys.ts';
import type { Item } from '../../shared/store/query.ts';
import {
  CYCLE,
  decided,
  granted,
  HUATAI,
  instant,
  listed,
  newIdea,
  OCTOBER,
  unanimous,
} from './sample-facts.ts';

const AT = instant('2026-10-18T10:00:00.000Z');
const NOT_APPROVED = '表决结果：赞成 0 票，反对 5 票，弃权 0 票';
const NO_QUORUM = '未达到法定票数：赞成 1 票，反对 0 票，弃权 0 票，至少需要 4 票';
const SECRET_NO_QUORUM = '未达到法定票数：至少需要 4 票';

/** An idea that the ballots' end declined or deferred, as now, and as it used to be stored. */
function settled(outcome: 'declined' | 'deferred', reason: string): { now: Idea; item: Item } {
  const votes = outcome === 'declined' ? unanimous('oppose') : unanimous('approve').slice(0, 1);
  const open = listed(newIdea());
  const { after } = decided(open, votes, AT);
  if (!('decision' in after) || !('result' in after.decision)) throw new Error('undecided');
  const { result } = after.decision;
  const now = granted(decideIdea(open, result, { outcome: 'as-balloted', by: CYCLE, at: AT }));
  const { schemaVersion: _version, due: _due, openWork: _work, ...stored } = toItem(now);
  return {
    now,
    item: { ...withSentence(stored, reason), schemaVersion: 3 },
  };
}

/** The same with a sentence wherever there is a code. */
function withSentence(value: unknown, reason: string): Item {
  const old = (one: unknown): unknown => {
    if (Array.isArray(one)) return one.map(old);
    if (typeof one !== 'object' || one === null) return one;
    const entries = Object.entries(one).map(([name, part]) =>
      name === 'reasonCode' ? ['reason', reason] : [name, old(part)],
    );
    return Object.fromEntries(entries);
  };
  return old(value) as Item;
}

describe('an idea of an earlier release', () => {
  it.each([
    ['declined', NOT_APPROVED, 'not-approved'],
    ['deferred', NO_QUORUM, 'no-quorum'],
    ['deferred', SECRET_NO_QUORUM, 'no-quorum'],
  ] as const)('that was %s by its ballot has the code of the rule', (outcome, sentence, code) => {
    const { now, item } = settled(outcome, sentence);
    expect(JSON.stringify(item)).toContain(sentence);
    expect(ideaItem.read(item)).toEqual(now);
    expect(now).toMatchObject({ decision: { reasonCode: code } });
  });

  it.each([
    ['declined', '投入太大'],
    // A person's words, although they say what the other rule's sentence said.
    ['declined', NO_QUORUM],
    ['deferred', NOT_APPROVED],
    ['deferred', `${NO_QUORUM}，再议`],
  ] as const)('that was %s keeps a person’s reason: %s', (outcome, sentence) => {
    const { item } = settled(outcome, sentence);
    const read = ideaItem.read(item);
    expect(read).toMatchObject({ decision: { reason: sentence } });
    expect(read.history.at(-1)).toMatchObject({ reason: sentence });
  });
});

it('a bulletin published with sentences agrees with its ideas', () => {
  const old = [
    settled('declined', NOT_APPROVED),
    settled('deferred', NO_QUORUM),
    settled('declined', '投入太大'),
  ];
  const ideas = old.map(({ item }) => ideaItem.read(item));
  const headcount = { total: 9, departments: new Map() };
  const published = bulletinOf(OCTOBER, ideas, headcount, AT);
  const sentences = new Map(old.map(({ now, item }) => [now.id, item.decision]));
  const page: Item = {
    ...ideaKey(HUATAI, ideas[0]!.id),
    type: 'bulletin-page',
    entries: published.entries.map(({ reasonCode: _, ...entry }) => ({
      ...entry,
      reason: (sentences.get(entry.id) as Item).reason,
    })),
  };
  const { entries } = bulletinPageItem.read(page);
  expect(entries).toEqual(published.entries);
  expect(entries.map(({ reason, reasonCode }) => reason ?? reasonCode).toSorted()).toEqual([
    'no-quorum',
    'not-approved',
    '投入太大',
  ]);
  expect(verifyBulletin({ ...published, entries }, ideas)).toEqual([]);
});
