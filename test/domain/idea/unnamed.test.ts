/**
 * Times of an unnamed idea: its author's acts keep the day only, and still everything is in its
 * order and in its round.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { claimUnnamedIdea } from '../../../shared/domain/idea/claim.ts';
import { opensByCode } from '../../../shared/domain/idea/idea.ts';
import { returnIdea } from '../../../shared/domain/idea/screening.ts';
import {
  prepareSubmission,
  type Slip,
  submitIdea,
} from '../../../shared/domain/idea/submission.ts';
import {
  isClaimedBy,
  isSubmittedUnnamed,
  unnamedSignature,
  withoutTimeOfDay,
} from '../../../shared/domain/idea/unnamed.ts';
import { roundAfter } from '../../../shared/domain/kernel/ids.ts';
import { type Instant, instantOf, isLocalDate } from '../../../shared/domain/kernel/instant.ts';
import {
  type Calendar,
  roundOf,
  startOfDay,
} from '../../../shared/domain/organization/calendar.ts';
import type { Member } from '../../../shared/domain/organization/organization.ts';
import {
  actor,
  calendar,
  content,
  huatai,
  ideaId,
  member,
  person,
  round,
  shanghai,
  value,
} from '../sample.ts';

const NOW = shanghai('2026-10-08 10:17:42.123');
const MIDNIGHT = shanghai('2026-10-08 00:00');
const secretary = person('HT0274', ['secretary']);

const taken = (slip: Partial<Slip>, by: Member = person('HT0132'), at: Instant = NOW) =>
  withoutTimeOfDay(
    value(prepareSubmission({ ...content, ...slip }, huatai, by, undefined, at)),
    huatai.calendar,
  );
const unnamed = (at: Instant = NOW) =>
  submitIdea({ ...taken({ unnamed: true }, undefined, at), id: ideaId(1) });

describe('handing in', () => {
  it('unnamed keeps the day and not the hour', () => {
    expect(taken({ unnamed: true })).toMatchObject({
      submittedAt: MIDNIGHT,
      at: MIDNIGHT,
      round: '2026-10',
    });
    expect(JSON.stringify(unnamed())).not.toContain(NOW);
  });

  it('by name keeps the time', () => {
    expect(taken({})).toMatchObject({ submittedAt: NOW, at: NOW });
  });

  it('of an unnamed slip by a secretary keeps its time, and gives no code', () => {
    const submittedAt = shanghai('2026-10-02 08:12');
    const slip = taken({ unnamed: true, submittedAt }, secretary);
    expect(slip).toMatchObject({ submittedAt, at: NOW });
    expect(isSubmittedUnnamed(slip)).toBe(false);
    expect(opensByCode(submitIdea({ ...slip, id: ideaId(2) }))).toBe(false);
  });

  it('on the day itself after the opening still goes onto the agenda', () => {
    const at = shanghai('2026-10-15 11:00');
    expect(unnamed(at)).toMatchObject({
      status: 'on-agenda',
      submittedAt: shanghai('2026-10-15 00:00'),
    });
  });
});

describe('the author’s later act', () => {
  const later = shanghai('2026-10-09 15:00');

  it('has the beginning of its day as its time', () => {
    expect(unnamedSignature(unnamed(), later, huatai.calendar)).toEqual({
      by: { kind: 'unnamed' },
      at: shanghai('2026-10-09 00:00'),
    });
  });

  it('never precedes another person’s act of that day', () => {
    const at = shanghai('2026-10-09 09:30');
    const returned = value(returnIdea(unnamed(), '请写明地点', { by: actor(secretary.id), at }));
    expect(unnamedSignature(returned, later, huatai.calendar).at).toBe(at);
  });

  it('after the claim is no longer done by the code', () => {
    const claimed = value(
      claimUnnamedIdea(unnamed(), huatai.departments[0]!, {
        by: actor(member('HT0132')),
        at: later,
      }),
    );
    expect(opensByCode(unnamed())).toBe(true);
    expect(opensByCode(claimed)).toBe(false);
    expect(isClaimedBy(claimed, member('HT0132'))).toBe(true);
    expect(isClaimedBy(claimed, member('HT0133'))).toBe(false);
    expect(isClaimedBy(submitIdea({ ...taken({}), id: ideaId(3) }), member('HT0132'))).toBe(false);
  });
});

describe('the beginning of the day', () => {
  const zones = [
    'Asia/Shanghai',
    'Asia/Tokyo',
    'Europe/Berlin',
    'America/Sao_Paulo',
    'Pacific/Auckland',
    'UTC',
  ];
  const instants = fc
    .integer({ min: Date.UTC(2015, 0), max: Date.UTC(2035, 0) })
    .map(millis => instantOf(millis));

  it('is in the same round, at most a day back, and its own beginning', () => {
    const calendars = fc
      .record({
        timeZone: fc.constantFrom(...zones),
        former: fc.constantFrom(...zones),
        day: fc.integer({ min: 1, max: 31 }),
        until: fc.integer({ min: 0, max: 239 }).map(months => roundAfter(round('2015-01'), months)),
      })
      .map(({ timeZone, former, day, until }): Calendar => {
        const {
          former: _former,
          movedDays: _movedDays,
          ...rules
        } = calendar({ timeZone: former, day });
        return calendar({ timeZone, day, former: [{ ...rules, until }] });
      });
    fc.assert(
      fc.property(instants, calendars, (at, of) => {
        const start = startOfDay(at, of);
        expect(start <= at).toBe(true);
        expect(Date.parse(at) - Date.parse(start)).toBeLessThanOrEqual(25 * 3_600_000);
        expect(roundOf(start, of)).toBe(roundOf(at, of));
        expect(startOfDay(start, of)).toBe(start);
      }),
      { numRuns: 300 },
    );
  });

  it('of the day after a moved day is still of the next round', () => {
    const moved = '2026-10-20';
    if (!isLocalDate(moved)) throw new Error('no date');
    const of = calendar({ movedDays: { '2026-10': moved } });
    const at = shanghai('2026-10-21 00:00:00.001');
    expect(startOfDay(at, of)).toBe(shanghai('2026-10-21 00:00'));
    expect(roundOf(startOfDay(at, of), of)).toBe('2026-11');
  });
});
