/** The goals of similar ideas, on the committed pairs. */
import { describe, expect, it } from 'vitest';
import { knownIdeas, othersAlarmed, pairsIn, qualityOf } from '../../sample/similar-ideas.ts';

const ideas = knownIdeas();
const pairs = pairsIn();

describe.each(['development', 'held-out', 'second-writer', 'other-half', 'unseen'])(
  'of the %s pairs',
  part => {
    const quality = qualityOf(
      pairs.filter(pair => pair.part === part),
      ideas,
    );

    it('at least 90 in 100 ideas are among the five that are shown', () => {
      expect(quality.meaning).toBeGreaterThan(80);
      expect(quality.found / quality.meaning).toBeGreaterThanOrEqual(0.9);
    });

    it('at most 10 in 100 texts that mean none alarm', () => {
      expect(quality.meaningNone).toBeGreaterThan(30);
      expect(quality.falseAlarms / quality.meaningNone).toBeLessThanOrEqual(0.1);
    });
  },
);

it('there are at least 300 pairs, no two with the same text, and each idea that is meant is known', () => {
  expect(pairs.length).toBeGreaterThanOrEqual(300);
  expect(new Set(pairs.map(({ text }) => text)).size).toBe(pairs.length);
  const ids = new Set(ideas.map(({ id }) => id));
  expect(pairs.filter(({ id }) => id !== null && !ids.has(id))).toEqual([]);
});

it('set phrases alone alarm nobody', () => {
  const phrases = pairs.filter(({ kind }) => kind === 'phrases');
  expect(phrases.length).toBeGreaterThan(10);
  expect(qualityOf(phrases, ideas).wrong).toEqual([]);
});

it('the title of an idea rarely alarms with another idea', () => {
  expect(othersAlarmed(ideas) / ideas.length).toBeLessThanOrEqual(0.13);
});

it('the same text again is always shown, also in an organization with few ideas', () => {
  for (const few of [ideas.slice(0, 3), ideas.slice(0, 20), ideas])
    expect(
      qualityOf(
        few.map(({ id, title }) => ({ text: title, id, kind: 'given', part: 'given' })),
        few,
      ).wrong,
    ).toEqual([]);
});
