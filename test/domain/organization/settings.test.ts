/** Changes of an organization's settings, and their entries in the audit trail. */
import { describe, expect, it } from 'vitest';
import {
  auditCursorOf,
  foundingEntry,
  isAuditCursor,
  memberEntry,
  settingsEntry,
} from '../../../shared/domain/organization/audit.ts';
import { amended } from '../../../shared/domain/organization/membership.ts';
import { membershipTotals } from '../../../shared/domain/organization/membership-invariants.ts';
import { DEFAULT_BANDS } from '../../../shared/domain/organization/reward-bands.ts';
import {
  changeBands,
  changeCalendar,
  changeCategories,
  changeDepartments,
  withSettings,
} from '../../../shared/domain/organization/settings.ts';
import {
  category,
  codeOf,
  date,
  department,
  huatai,
  member,
  name,
  person,
  round,
  shanghai,
  team,
  value,
} from '../sample.ts';

const NOW = shanghai('2026-10-08 10:00');
const BOSS = member('A1');

describe('settings', () => {
  it('are identical without a change, in whatever order they are written', () => {
    expect(withSettings(huatai, { name: huatai.name })).toBe(huatai);
    const rules = {
      threshold: { denominator: 2, numerator: 1 },
      quorumShare: { denominator: 3, numerator: 2 },
      ballot: 'open' as const,
    };
    expect(withSettings(huatai, { rules })).toBe(huatai);
    expect(
      value(
        changeBands(
          huatai,
          DEFAULT_BANDS.map(band => ({ ...band })),
        ),
      ),
    ).toBe(huatai);
    expect(value(changeCalendar(huatai, huatai.calendar, round('2026-10'), NOW))).toBe(huatai);
    expect(changeCategories(huatai, [...huatai.categories])).toBe(huatai);
  });

  it('have the next version after a change', () => {
    expect(withSettings(huatai, { publicBulletin: true })).toEqual({
      ...huatai,
      publicBulletin: true,
      version: 2,
    });
  });

  it('keep bands in order only', () => {
    expect(changeBands(huatai, [{ from: 1, least: 0, most: 300 }])).toEqual({
      ok: false,
      refusal: { code: 'bands-not-in-order', fault: 'not-from-zero', band: 0 },
    });
  });

  it('retire a name that is no longer offered, and restore it', () => {
    const once = changeCategories(huatai, [category('节能'), category('质量')]);
    expect(once).toMatchObject({ categories: ['节能', '质量'], retired: { categories: ['安全'] } });
    const back = changeCategories(once, [category('安全'), category('节能')]);
    expect(back).toMatchObject({ categories: ['安全', '节能'], retired: { categories: ['质量'] } });
    const totals = membershipTotals([person('E1')], huatai.departments);
    expect(codeOf(changeDepartments(huatai, [department('装配车间')], totals))).toBe(
      'department-in-use',
    );
    const { organization } = value(changeDepartments(huatai, [department('铸造车间')], totals));
    expect(organization).toMatchObject({
      departments: ['铸造车间'],
      retired: { departments: ['装配车间'] },
    });
  });
});

describe('the audit trail', () => {
  it('has who, when and the changed fields before and after', () => {
    const after = withSettings(huatai, {
      rules: { ...huatai.rules, ballot: 'secret' },
      publicBulletin: true,
      calendar: { ...huatai.calendar, movedDays: { '2027-02': date('2027-03-01') } },
    });
    expect(settingsEntry(huatai, after, BOSS, NOW)).toEqual({
      organization: 'huatai',
      at: NOW,
      by: 'A1',
      topic: { kind: 'settings' },
      version: 2,
      changes: [
        { field: 'publicBulletin', before: false, after: true },
        { field: 'rules.ballot', before: 'open', after: 'secret' },
        { field: 'days.2027-02', after: '2027-03-01' },
      ],
    });
  });

  it('has only the changed parts of a calendar', () => {
    const after = value(
      changeCalendar(huatai, { ...huatai.calendar, day: 20 }, round('2026-10'), NOW),
    );
    expect(settingsEntry(huatai, after, BOSS, NOW).changes).toEqual([
      { field: 'calendar.day', before: 15, after: 20 },
    ]);
  });

  it('names a member by number', () => {
    const before = person('E1');
    const entry = memberEntry(before, amended(before, { active: false }), BOSS, NOW);
    expect(entry).toMatchObject({
      topic: { kind: 'member', member: 'E1', act: 'deactivate' },
      version: 2,
      changes: [{ field: 'active', before: true, after: false }],
    });
    expect(auditCursorOf(entry)).toBe('2026-10-08T02:00:00.000Z#MEMBER#E1#2');
    expect(memberEntry(undefined, before, BOSS, NOW).changes.map(({ field }) => field)).toEqual([
      'subject',
      'roles',
      'department',
      'active',
    ]);
  });

  it('has that a name changed, and never the name', () => {
    const nobody = person('E1');
    const wang = amended(nobody, { name: name('王建国'), team: team('一班') });
    const li = amended(wang, { name: name('李建军'), team: team('二班') });
    const entries = [
      memberEntry(undefined, wang, BOSS, NOW),
      memberEntry(nobody, wang, BOSS, NOW),
      memberEntry(wang, li, BOSS, NOW),
      memberEntry(li, amended(li, { name: null, team: null }), BOSS, NOW),
      foundingEntry(huatai, [wang], NOW),
    ];
    expect(JSON.stringify(entries)).not.toMatch(/王建国|李建军/);
    expect(entries.slice(1, 4).map(({ changes }) => changes)).toEqual([
      [{ field: 'name' }, { field: 'team', after: '一班' }],
      [{ field: 'name' }, { field: 'team', before: '一班', after: '二班' }],
      [{ field: 'name' }, { field: 'team', before: '二班' }],
    ]);
    expect(memberEntry(wang, amended(wang, { active: false }), BOSS, NOW).changes).toEqual([
      { field: 'active', before: true, after: false },
    ]);
  });

  it.each([
    ['2026-10-08T02:00:00.000Z#SETTINGS#7', true],
    ['2026-10-08T02:00:00.000Z#MEMBER#HT0132#12', true],
    ['2026-10-08T02:00:00.000Z#FOUNDING#1', true],
    ['2026-10-08T02:00:00.000Z#MEMBER##1', false],
    ['2026-10-08T02:00:00.000Z#SETTINGS#0', false],
    ['2026-10-08#SETTINGS#7', false],
    ['#SETTINGS#7', false],
    ['', false],
  ])('a place in it: %j is one: %s', (text, is) => {
    expect(isAuditCursor(text)).toBe(is);
  });
});
