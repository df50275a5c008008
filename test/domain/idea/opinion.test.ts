/** Opinions before the ballot: one an idea, by whoever was asked or looks after the department. */
import { describe, expect, it } from 'vitest';
import {
  awaitedAdviser,
  giveOpinion,
  opinionOf,
  referIdea,
} from '../../../shared/domain/idea/opinion.ts';
import {
  AUTHOR,
  codeOf,
  decided,
  deliberating,
  listed,
  member,
  SECRETARY,
  shanghai,
  signed,
  submittedIdea,
  value,
} from '../sample.ts';

const [WANG, LI] = [member('HT0301'), member('HT0302')];
const refer = (idea = submittedIdea(), to = WANG) =>
  referIdea(idea, to, undefined, signed(SECRETARY));
const give = (idea = submittedIdea(), by = WANG, contact: typeof WANG | undefined = undefined) =>
  giveOpinion(idea, '可以先试一台', contact, undefined, signed(by));

describe('an opinion', () => {
  it('is given by whom the idea was referred to, once', () => {
    const given = value(give(value(refer())));
    expect(opinionOf(given)).toEqual({
      by: WANG,
      at: shanghai('2026-10-09 10:00'),
      text: '可以先试一台',
    });
    expect(value(give(given))).toBe(given);
    expect(codeOf(giveOpinion(given, '再想想', undefined, undefined, signed(WANG)))).toBe(
      'opinion-given',
    );
    expect(codeOf(refer(given, LI))).toBe('opinion-given');
  });

  it('is given unasked by the contact alone, unless another was asked', () => {
    expect(codeOf(give(submittedIdea(), WANG, WANG))).toBeUndefined();
    expect(codeOf(give(submittedIdea(), LI, WANG))).toBe('not-asked');
    expect(codeOf(give())).toBe('not-asked');
    expect(codeOf(give(value(refer(submittedIdea(), LI)), WANG, WANG))).toBe('not-asked');
  });

  it('never comes from an author', () => {
    expect(codeOf(refer(submittedIdea(), AUTHOR))).toBe('author-as-adviser');
    expect(codeOf(give(submittedIdea(), AUTHOR, AUTHOR))).toBe('author-as-adviser');
  });

  it('is possible until the ballot closes', () => {
    const round = deliberating([member('K1')]);
    const idea = value(refer());
    const at = (time: string) =>
      giveOpinion(listed(idea), '同意', undefined, round, signed(WANG, time));
    expect(codeOf(at('2026-10-18 17:59'))).toBeUndefined();
    expect(codeOf(at('2026-10-18 18:00'))).toBe('ballot-closed');
    expect(codeOf(give(decided('adopted', listed(idea))))).toBe('wrong-state');
  });

  it('stays with a deferred idea', () => {
    expect(opinionOf(decided('deferred', listed(value(give(value(refer()))))))?.by).toBe(WANG);
  });
});

describe('a referral', () => {
  it('takes the place of an earlier one, and the same again changes nothing', () => {
    const first = value(refer());
    expect(value(refer(first))).toBe(first);
    const second = value(refer(first, LI));
    expect(awaitedAdviser(second)).toBe(LI);
    expect(codeOf(give(second, WANG))).toBe('not-asked');
    expect(awaitedAdviser(value(give(second, LI)))).toBeUndefined();
  });
});
