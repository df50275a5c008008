/**
 * Entries of the trail in words. The domain's own functions make them, so that no field is without
 * a name.
 */
import { describe, expect, it } from 'vitest';
import {
  foundingEntry,
  memberEntry,
  settingsEntry,
  settingsOf,
} from '../../../../shared/domain/organization/audit.ts';
import { DEFAULT_CALENDAR } from '../../../../shared/domain/organization/calendar.ts';
import { DEFAULT_LIMITS } from '../../../../shared/domain/organization/limits.ts';
import { amended, newcomer } from '../../../../shared/domain/organization/membership.ts';
import {
  DEFAULT_RULES,
  DEFAULT_TARGETS,
  type Organization,
} from '../../../../shared/domain/organization/organization.ts';
import { DEFAULT_BANDS } from '../../../../shared/domain/organization/reward-bands.ts';
import { type AuditChange, changeText, fieldName } from '../../../../web/features/audit/audit.ts';
import {
  department,
  instant,
  date as localDate,
  member,
  name,
  organization,
  subject,
  team,
  zone,
} from '../../../sample/names.ts';
import { words } from '../words.ts';

const at = instant('2026-10-10T00:00:00.000Z');
const by = member('HT0266');
const firm: Organization = {
  id: organization('huatai'),
  name: '华泰矿冶',
  calendar: DEFAULT_CALENDAR,
  rules: DEFAULT_RULES,
  targets: DEFAULT_TARGETS,
  limits: DEFAULT_LIMITS,
  appealDays: 15,
  dueDays: 30,
  rewardBands: DEFAULT_BANDS,
  publicBulletin: false,
  blindScreening: false,
  departments: ['铸造车间', '质检部'].map(department),
  categories: [],
  retired: { departments: [], categories: [] },
  version: 1,
};

/** The description of a change of the settings, field by field. */
function told(before: Organization, after: Organization): Record<string, string> {
  const { changes } = settingsEntry(before, after, by, at);
  return Object.fromEntries(
    changes.map(one => [fieldName(one.field, 'settings', words), changeText(one, words)]),
  );
}

describe('a change of the settings', () => {
  it('uses the names of the forms', () => {
    const after: Organization = {
      ...firm,
      publicBulletin: true,
      rules: { ...DEFAULT_RULES, ballot: 'secret', quorumShare: { numerator: 3, denominator: 5 } },
      calendar: { ...DEFAULT_CALENDAR, day: 20 },
    };
    expect(told(firm, after)).toEqual({
      公开公示: '否 → 是',
      表决方式: '记名 → 无记名',
      法定票数: '2/3 → 3/5',
      每月议政日: '15 → 20',
    });
  });

  it('names the round whose day was moved, and its day by the rules', () => {
    const movedDays = { '2027-02': localDate('2027-03-01') };
    const moved = { ...firm, calendar: { ...DEFAULT_CALENDAR, movedDays } };
    expect(told(firm, moved)).toEqual({ '2027-02 期议政日': '按规则 → 2027-03-01' });
    expect(told(moved, firm)).toEqual({ '2027-02 期议政日': '2027-03-01 → 按规则' });
  });

  it('shows only the added and removed names of a list', () => {
    const [foundry, quality] = firm.departments;
    const swapped = { ...firm, departments: [quality!, foundry!] };
    const replaced = { ...firm, departments: [foundry!, department('技术部')] };
    expect(told(firm, swapped)).toEqual({ 部门: '顺序有变' });
    expect(told(firm, replaced)).toEqual({ 部门: '启用：技术部；停用：质检部' });
  });

  it('reads bands like a table', () => {
    const one = { ...firm, rewardBands: [{ from: 0, least: 0, most: 100 }] };
    const two = {
      ...firm,
      rewardBands: [...one.rewardBands, { from: 5000, least: 100, most: 200 }],
    };
    expect(told(one, two)).toEqual({
      奖励标准: '0 元起奖 0–100 元 → 0 元起奖 0–100 元；5000 元起奖 100–200 元',
    });
  });

  it('has a name for every field', () => {
    const unnamed = Object.keys(settingsOf(firm)).filter(
      field => fieldName(field, 'settings', words) === field,
    );
    expect(unnamed).toEqual([]);
  });
});

describe('the founding', () => {
  const placed: Organization = { ...firm, zone: zone('xuanhua'), district: '第一片区' };
  const facts = {
    subject: subject('a'),
    roles: ['administrator'],
    department: department('质检部'),
  } as const;
  const first = newcomer(firm.id, member('HT0266'), { ...facts, active: true });

  it('is described field by field, lists of names as lists and administrators by their numbers', () => {
    const { changes } = foundingEntry(placed, [first], at);
    const said = new Map(
      changes.map(one => [fieldName(one.field, 'founding', words), changeText(one, words)]),
    );
    expect(
      changes
        .map(({ field }) => field)
        .filter(field => fieldName(field, 'founding', words) === field),
    ).toEqual([]);
    expect(said.get('部门')).toBe('铸造车间、质检部');
    expect(said.get('开发区')).toBe('xuanhua');
    expect(said.get('管理员')).toBe('HT0266');
  });
});

describe('a change of a member', () => {
  const facts = {
    subject: subject('HT0400'),
    roles: ['committee' as const],
    department: department('质检部'),
    active: true,
  };
  const before = newcomer(firm.id, member('HT0400'), facts);
  const told = (changes: readonly AuditChange[]) =>
    changes.map(one => [fieldName(one.field, 'member', words), changeText(one, words)]);

  it('says that the name changed, without any name, and shows teams', () => {
    const named = amended(before, { name: name('王建国'), team: team('一班') });
    expect(told(memberEntry(before, named, by, at).changes)).toEqual([
      ['姓名', words.changedOnly],
      ['班组', '一班'],
    ]);
  });

  it('describes a new member', () => {
    const { changes } = memberEntry(undefined, before, by, at);
    expect(told(changes)).toEqual([
      ['账号', 'HT0400'],
      ['角色', '评委'],
      ['部门', '质检部'],
      ['在册', '在册'],
    ]);
  });

  it('describes other members before and after', () => {
    const after = { ...before, roles: ['secretary' as const, 'chair' as const], active: false };
    const { changes } = memberEntry(before, after, by, at);
    expect(changes.map(one => changeText(one, words))).toEqual([
      '评委 → 秘书、主任委员',
      '在册 → 已离开',
    ]);
  });
});

it('an unknown field is shown unchanged', () => {
  expect(fieldName('motto', 'settings', words)).toBe('motto');
  expect(changeText({ field: 'motto', before: 1, after: { a: 2 } }, words)).toBe('1 → {"a":2}');
});
