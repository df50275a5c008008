/**
 * Settings, members and the membership totals in the table: what is stored together, and what two
 * concurrent requests may not do.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { type OrganizationId, roundAfter } from '../../shared/domain/kernel/ids.ts';
import { isLocalDate, type LocalDate } from '../../shared/domain/kernel/instant.ts';
import { memberEntry, settingsEntry } from '../../shared/domain/organization/audit.ts';
import { scheduleOf } from '../../shared/domain/organization/calendar.ts';
import { moveRoundDay } from '../../shared/domain/organization/calendar-changes.ts';
import { amended } from '../../shared/domain/organization/membership.ts';
import {
  applyMemberChange,
  membershipTotals,
} from '../../shared/domain/organization/membership-invariants.ts';
import type { Member, Organization } from '../../shared/domain/organization/organization.ts';
import { isErased, MOST_ELECTORS } from '../../shared/domain/organization/organization.ts';
import { changeDepartments, withSettings } from '../../shared/domain/organization/settings.ts';
import { newRound } from '../../shared/domain/round/round.ts';
import { auditRepository } from '../../shared/store/audit.ts';
import { memberRepository } from '../../shared/store/members.ts';
import {
  type MembershipRepository,
  membershipRepository,
} from '../../shared/store/membership-invariants.ts';
import { organizationRepository } from '../../shared/store/organizations.ts';
import { roundRepository } from '../../shared/store/rounds.ts';
import { type SettingsChange, settingsRepository } from '../../shared/store/settings.ts';
import { type FreshTable, freshTable } from '../fresh-table.ts';
import { foundFirm } from '../functions/small-firm.ts';
import {
  department,
  gathered,
  granted,
  instant,
  member,
  NOVEMBER,
  newMember,
  OCTOBER,
  organization,
} from './sample-facts.ts';
import { everything } from './watched-table.ts';

const NOW = instant('2026-10-08T02:00:00.000Z');
const BOSS = member('A1');
const day = (text: string): LocalDate => {
  if (!isLocalDate(text)) throw new Error('no date');
  return text;
};

let table: FreshTable;
let roll: MembershipRepository;
let founded = 0;
beforeAll(async () => {
  table = await freshTable();
  roll = membershipRepository(table);
});

/** A firm with two administrators. */
async function firm(more: readonly string[] = []): Promise<Organization> {
  founded += 1;
  const id = organization(`firm-${founded}`);
  const bosses = [BOSS, 'A2'].map(one => newMember(one, ['administrator'], id));
  return foundFirm(table, {
    id,
    more: [...bosses, ...more.map(one => newMember(one, ['employee'], id))],
  });
}

async function at(of: OrganizationId, id: string): Promise<Member | undefined> {
  const found = await memberRepository(table).get(of, member(id));
  return found && !isErased(found) ? found : undefined;
}

/**
 * A change of a member, tried once on what is read now; a caller that waits for `ready` has read
 * before.
 */
async function change(
  of: Organization,
  id: string,
  facts: Parameters<typeof amended>[1],
  ready: () => Promise<void> = async () => undefined,
): Promise<boolean | string> {
  const before = (await at(of.id, id))!;
  const totals = await roll.get(of);
  await ready();
  const after = amended(before, facts);
  const admitted = applyMemberChange(totals, before, after);
  if (!admitted.ok) return admitted.refusal.code;
  return roll.save(
    of,
    [{ before, after, entry: memberEntry(before, after, BOSS, NOW) }],
    totals,
    admitted.value,
  );
}

/** Lets several callers continue only when all of them have come this far. */
function together(many: number): () => Promise<void> {
  const waiting: (() => void)[] = [];
  return () =>
    new Promise(resolve => {
      waiting.push(resolve);
      if (waiting.length === many) for (const go of waiting) go();
    });
}

describe('a member', () => {
  it('who has left is on the list, and found nowhere else', async () => {
    const of = await firm();
    expect(await change(of, 'E1', { active: false })).toBe(true);
    const members = memberRepository(table);
    const left = await at(of.id, 'E1');
    expect(left).toMatchObject({ active: false, version: 2, subject: 'sub-E1' });
    expect(await members.find(left!.subject, of.id)).toBeUndefined();
    const { organizations } = await members.findAll(left!.subject);
    expect(organizations.map(one => one.organization)).not.toContain(of.id);
    expect([...(await members.known(of.id, [left!.id, member('E2')])).keys()]).toEqual(['E2']);
    expect((await gathered(members.all(of.id))).map(({ id }) => id)).toContain('E1');
    expect(await change(of, 'E1', { active: true })).toBe(true);
    expect(await members.find(left!.subject, of.id)).toMatchObject({ id: 'E1', version: 3 });
  });

  it('changed by two at once is changed by one', async () => {
    const of = await firm();
    const ready = together(2);
    const answers = await Promise.all([
      change(of, 'E1', { department: department('财务部') }, ready),
      change(of, 'E1', { roles: ['manager'] }, ready),
    ]);
    expect(answers.filter(answer => answer === true)).toHaveLength(1);
    expect(await at(of.id, 'E1')).toMatchObject({ version: 2 });
  });

  it('has an account that no other active member has, also when two request it at once', async () => {
    const of = await firm();
    const wanted = newMember('nobody').subject;
    const ready = together(2);
    const answers = await Promise.all([
      change(of, 'E1', { subject: wanted }, ready),
      change(of, 'E2', { subject: wanted }, ready),
    ]);
    expect(answers.toSorted()).toEqual([false, true]);
    const holder = await roll.holderOf(of.id, wanted);
    expect(holder).toBe(answers[0] === true ? 'E1' : 'E2');
    expect((await memberRepository(table).find(wanted, of.id))?.id).toBe(holder);
    // A member who leaves releases it.
    expect(await change(of, holder!, { active: false })).toBe(true);
    expect(await change(of, holder === 'E1' ? 'E2' : 'E1', { subject: wanted })).toBe(true);
    expect(await change(of, holder!, { active: true })).toBe(false);
  });

  it('passes an account to another within one change of several', async () => {
    const of = await firm();
    const [one, two] = [(await at(of.id, 'E1'))!, (await at(of.id, 'E2'))!];
    const after = [
      amended(one, { subject: newMember('X9').subject }),
      amended(two, { subject: one.subject }),
    ];
    const totals = await roll.get(of);
    const changes = [one, two].map((before, index) => ({
      before,
      after: after[index]!,
      entry: memberEntry(before, after[index]!, BOSS, NOW),
    }));
    expect(await roll.save(of, changes, totals, totals)).toBe(true);
    expect(await roll.holderOf(of.id, one.subject)).toBe('E2');
    expect(await roll.holderOf(of.id, two.subject)).toBeUndefined();
  });
});

describe('the last administrator', () => {
  it.each([
    ['both leave', { active: false }, { active: false }],
    ['both lose the role', { roles: ['employee' as const] }, { roles: ['manager' as const] }],
    ['one leaves and one loses the role', { active: false }, { roles: ['employee' as const] }],
  ])('stays when at once %s', async (_, first, second) => {
    const of = await firm();
    const ready = together(2);
    const answers = await Promise.all([
      change(of, 'A1', first, ready),
      change(of, 'A2', second, ready),
    ]);
    expect(answers.toSorted()).toEqual([false, true]);
    const left = (await gathered(memberRepository(table).all(of.id))).filter(
      one => one.active && one.roles.includes('administrator'),
    );
    expect(left).toHaveLength(1);
    expect(await change(of, left[0]!.id, { active: false })).toBe('last-administrator');
  });
});

describe('the committee', () => {
  it('takes one more member when two request its last place at once', async () => {
    const of = await firm(['X1', 'X2']);
    const seats = Array.from({ length: MOST_ELECTORS - 4 }, (_, at) =>
      newMember(`Y${at}`, ['committee'], of.id),
    );
    await memberRepository(table).putAll(seats);
    const ready = together(3);
    const answers = await Promise.all(
      ['E1', 'X1', 'X2'].map(id => change(of, id, { roles: ['committee'] }, ready)),
    );
    expect(answers.filter(answer => answer === true)).toHaveLength(1);
    const all = await gathered(memberRepository(table).all(of.id));
    expect(membershipTotals(all, of.departments).committee).toBe(MOST_ELECTORS);
    expect((await roll.get(of)).committee).toBe(MOST_ELECTORS);
    expect(await change(of, answers[0] === true ? 'X1' : 'E1', { roles: ['chair'] })).toBe(
      'committee-full',
    );
  });
});

describe('settings', () => {
  const settings = () => settingsRepository(table);
  const changeOf = (before: Organization, after: Organization): SettingsChange => ({
    before,
    after,
    entry: settingsEntry(before, after, BOSS, NOW),
  });

  it('are stored with their entry in the trail, or not at all', async () => {
    const of = await firm();
    const [one, two] = [withSettings(of, { name: '甲' }), withSettings(of, { name: '乙' })];
    const answers = await Promise.all(
      [one, two].map(after => settings().save(changeOf(of, after))),
    );
    expect(answers.toSorted()).toEqual([false, true]);
    const winner = answers[0] ? one : two;
    expect(await organizationRepository(table).get(of.id)).toEqual(winner);
    const { items } = await auditRepository(table).newestFirst(of.id, { limit: 9 });
    expect(items).toEqual([settingsEntry(of, winner, BOSS, NOW)]);
  });

  it('retire no department to which a member is moved at the same moment', async () => {
    const of = await firm();
    const [finance] = [department('财务部')];
    const freed = await change(of, 'C1', { department: department('技术部') });
    expect(freed).toBe(true);
    const totals = await roll.get(of);
    const { organization: after, totals: next } = granted(
      changeDepartments(
        of,
        of.departments.filter(name => name !== finance),
        totals,
      ),
    );
    const ready = together(2);
    const [retired, moved] = await Promise.all([
      ready().then(() => settings().saveDepartments(changeOf(of, after), totals, next)),
      change(of, 'E1', { department: finance! }, ready),
    ]);
    expect([retired, moved].toSorted()).toEqual([false, true]);
    const now = (await organizationRepository(table).get(of.id))!;
    expect(now.departments.includes(finance!)).toBe(
      (await at(of.id, 'E1'))?.department === finance,
    );
  });

  it('move a day together with its round', async () => {
    const of = await firm();
    const rounds = roundRepository(table);
    const before = await rounds.get(of.id, OCTOBER);
    if (before?.state !== 'collecting') throw new Error('not collecting');
    const calendar = granted(moveRoundDay(of.calendar, OCTOBER, day('2026-10-20'), NOW));
    const after = withSettings(of, { calendar });
    const moved = { ...before, schedule: scheduleOf(OCTOBER, calendar) };
    expect(await settings().saveDay(changeOf(of, after), { before, after: moved })).toBe(true);
    expect(await rounds.get(of.id, OCTOBER)).toEqual(moved);
    const stored = (await everything(table)).find(
      ({ pk, sk }) => pk === `ORG#${of.id}` && sk === 'ROUND#2026-10',
    );
    expect(stored).toMatchObject({ due: 'round', dueAt: '2026-10-20T01:00:00.000Z' });
    // Once it has moved, the earlier reading is outdated.
    const again = withSettings(after, { name: '甲' });
    expect(await settings().saveDay(changeOf(after, again), { before, after: before })).toBe(false);
    expect(await organizationRepository(table).get(of.id)).toEqual(after);
  });

  it('move the day of a round that has not begun, unless it begins at the same moment', async () => {
    const of = await firm();
    const rounds = roundRepository(table);
    const calendar = granted(moveRoundDay(of.calendar, NOVEMBER, day('2026-11-20'), NOW));
    const after = withSettings(of, { calendar });
    const [moved, begun] = await Promise.all([
      settings().saveDay(changeOf(of, after), NOVEMBER),
      rounds.begin(newRound(of.id, NOVEMBER, scheduleOf(NOVEMBER, of.calendar)), of),
    ]);
    expect([moved, begun].toSorted()).toEqual([false, true]);
    const round = await rounds.get(of.id, NOVEMBER);
    expect(round?.schedule.day).toBe(begun ? '2026-11-15' : undefined);
  });

  it('begin a round as they are, and never as they were', async () => {
    const of = await firm();
    const rounds = roundRepository(table);
    const after = withSettings(of, { name: '甲' });
    expect(await settings().saveRules(changeOf(of, after), NOVEMBER)).toBe(true);
    const next = newRound(of.id, NOVEMBER, scheduleOf(NOVEMBER, of.calendar));
    expect(await rounds.begin(next, of)).toBe(false);
    expect(await rounds.get(of.id, NOVEMBER)).toBeUndefined();
    expect(await rounds.begin(next, after)).toBe(true);
    // A round that has begun causes no conflict, however old the settings are.
    expect(await rounds.begin(next, of)).toBe(true);
    const later = withSettings(after, { name: '乙' });
    expect(await settings().saveRules(changeOf(after, later), NOVEMBER)).toBe(false);
    expect(await settings().saveRules(changeOf(after, later), roundAfter(NOVEMBER))).toBe(true);
  });
});

describe('the list of members', () => {
  it.each([1, 3, 50])('is complete, each member once and in order, by %i', async limit => {
    const of = await firm(Array.from({ length: 12 }, (_, at) => `P${at + 10}`));
    const members = memberRepository(table);
    const found: string[] = [];
    let cursor: Member['id'] | undefined;
    do {
      const page = await members.page(of.id, {}, { limit, ...(cursor && { cursor }) });
      expect(page.items.length).toBeLessThanOrEqual(limit);
      found.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor);
    expect(found).toEqual((await gathered(members.all(of.id))).map(({ id }) => id));
    expect(found).toHaveLength(21);
    const rest = await gathered(members.all(of.id, member('P15')));
    expect(rest.map(({ id }) => id)).toEqual(found.slice(found.indexOf('P15') + 1));
  });

  it('is filtered by department, role and who has left, also when few of many match', async () => {
    const of = await firm();
    const members = memberRepository(table);
    const many = Array.from({ length: 500 }, (_, at) =>
      newMember(
        `Z${String(at).padStart(3, '0')}`,
        at % 200 === 0 ? ['manager'] : ['employee'],
        of.id,
        '装配车间',
      ),
    );
    await members.putAll(many);
    const all = async (filter: Parameters<typeof members.page>[1]): Promise<string[]> => {
      const found: string[] = [];
      let cursor: Member['id'] | undefined;
      do {
        const page = await members.page(of.id, filter, { limit: 50, ...(cursor && { cursor }) });
        found.push(...page.items.map(({ id }) => id));
        cursor = page.nextCursor;
      } while (cursor);
      return found;
    };
    expect(await all({ role: 'manager' })).toEqual(['M1', 'Z000', 'Z200', 'Z400']);
    expect(await all({ role: 'manager', department: department('装配车间') })).toEqual([
      'Z000',
      'Z200',
      'Z400',
    ]);
    expect(await change(of, 'Z200', { active: false })).toBe(true);
    expect(await all({ active: false })).toEqual(['Z200']);
    expect(await all({ role: 'manager', active: true })).toEqual(['M1', 'Z000', 'Z400']);
  });
});

describe('the audit trail', () => {
  it('is newest first, each entry once, page by page', async () => {
    const of = await firm();
    let current = of;
    for (let version = 0; version < 7; version += 1) {
      const after = withSettings(current, { name: `第 ${version} 名` });
      const entry = settingsEntry(
        current,
        after,
        BOSS,
        instant(`2026-10-0${version + 1}T02:00:00.000Z`),
      );
      expect(await settingsRepository(table).save({ before: current, after, entry })).toBe(true);
      current = after;
    }
    const audit = auditRepository(table);
    const found: number[] = [];
    let cursor: Parameters<typeof audit.newestFirst>[1]['cursor'];
    do {
      const page = await audit.newestFirst(of.id, { limit: 3, ...(cursor && { cursor }) });
      found.push(...page.items.map(({ version }) => version));
      cursor = page.nextCursor;
    } while (cursor);
    expect(found).toEqual([8, 7, 6, 5, 4, 3, 2]);
  });
});
