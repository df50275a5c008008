/**
 * A reward's form: the shares follow the amount until one is changed by hand, and the request adds
 * up to the fen.
 */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isMemberId, type MemberId } from '../../../../shared/domain/kernel/ids.ts';
import {
  checkReward,
  evenly,
  shareOf,
  startingFrom,
  sumOf,
  sumText,
  withAmount,
  withShare,
} from '../../../../web/features/rewards/sharing.ts';
import { zh as zhRewards } from '../../../../web/features/rewards/words.zh.ts';
import { zh } from '../../../../web/i18n/zh.ts';

const words = { ...zh, ...zhRewards };
const [a, b, c] = ['HT0132', 'HT0087', 'HT0041'].filter(isMemberId);
const authors: MemberId[] = [a!, b!, c!];
const proposed = { state: 'proposed', least: 300, most: 500, proposed: 400 } as const;

describe('the initial value', () => {
  it('is the bands’ proposal, shared evenly to the fen', () => {
    const fields = startingFrom(proposed, authors);
    expect(fields.amount).toBe('400');
    expect(authors.map(author => fields[shareOf(author)])).toEqual(['133.34', '133.33', '133.33']);
  });

  it('is the approved reward, if there is one', () => {
    const shares = [
      { member: a!, fen: 30_000 },
      { member: b!, fen: 12_050 },
      { member: c!, fen: 0 },
    ];
    const approved = { ...proposed, state: 'approved', amount: 42_050, shares } as const;
    const fields = startingFrom(approved, authors);
    expect(fields.amount).toBe('420.50');
    expect(checkReward(fields, approved, authors, words)).toEqual({
      ok: true,
      body: { amount: 42_050, shares },
    });
    expect(withAmount(fields, '500', authors)[shareOf(a!)]).toBe('300');
  });
});

describe('the shares', () => {
  it('follow the amount until one is changed by hand, and again once they are made even', () => {
    const doubled = withAmount(startingFrom(proposed, authors), '450', authors);
    expect(doubled[shareOf(a!)]).toBe('150');
    const byHand = withAmount(withShare(doubled, a!, '200'), '480', authors);
    expect(byHand[shareOf(b!)]).toBe('150');
    expect(sumOf(byHand, authors)).toBe(50_000);
    expect(evenly(byHand, authors)[shareOf(a!)]).toBe('160');
    expect(withAmount(evenly(byHand, authors), '300', authors)[shareOf(b!)]).toBe('100');
  });

  it('stay while the amount is unreadable', () => {
    const fields = startingFrom(proposed, authors);
    expect(withAmount(fields, '4x', authors)[shareOf(a!)]).toBe('133.34');
  });

  it('of any amount within the band are sent and add up', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 30_000, max: 50_000 }),
        fc.integer({ min: 1, max: 3 }),
        (fen, heads) => {
          const some = authors.slice(0, heads);
          const typed = `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;
          const checked = checkReward(
            withAmount(startingFrom(proposed, some), typed, some),
            proposed,
            some,
            words,
          );
          expect(checked.ok && checked.body.amount).toBe(fen);
          expect(checked.ok && checked.body.shares.reduce((sum, share) => sum + share.fen, 0)).toBe(
            fen,
          );
        },
      ),
    );
  });
});

describe('an error', () => {
  const errorsOf = (fields: Parameters<typeof checkReward>[0]) => {
    const checked = checkReward(fields, proposed, authors, words);
    return checked.ok ? {} : checked.errors;
  };

  it('appears at its field', () => {
    const fields = startingFrom(proposed, authors);
    expect(errorsOf(withAmount(fields, '501', authors))).toEqual({
      amount: words.outOfBand('300', '500'),
    });
    expect(errorsOf(withAmount(fields, '', authors))).toEqual({ amount: words.notMoney });
    expect(errorsOf(withShare(fields, b!, '一百'))).toEqual({ [shareOf(b!)]: words.notMoney });
    expect(errorsOf(withShare(fields, b!, '133.34'))).toEqual({
      [shareOf(a!)]: words.sumOver('400.01', '0.01'),
    });
  });

  it('appears in the sum while the user types', () => {
    expect(sumText(40_000, 40_000, words)).toBe(words.sum('400'));
    expect(sumText(40_000, 39_900, words)).toBe(words.sumShort('399', '1'));
    expect(sumText(undefined, 39_900, words)).toBe(words.sumUnknown);
    expect(sumText(40_000, Number.NaN, words)).toBe(words.sumUnknown);
  });
});
