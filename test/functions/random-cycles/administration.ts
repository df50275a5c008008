/**
 * An administrator's possible attempts meanwhile: members come, leave and change, rules change,
 * days move. Each attempt has its expected success, and the resulting state.
 */
import type { Route } from '../../../shared/contract/route.ts';
import {
  moveRoundDay,
  putCalendar,
  putDepartments,
  putRewardBands,
  putRules,
  restoreRoundDay,
} from '../../../shared/contract/routes/administration.ts';
import {
  addMember,
  deactivateMember,
  putMember,
  reactivateMember,
} from '../../../shared/contract/routes/members.ts';
import { type RoundId, roundAfter } from '../../../shared/domain/kernel/ids.ts';
import type { CalendarRules } from '../../../shared/domain/organization/calendar-rules.ts';
import type { Role } from '../../../shared/domain/organization/organization.ts';
import { DEFAULT_BANDS } from '../../../shared/domain/organization/reward-bands.ts';
import { type Aim, type Attempt, pick } from './acts.ts';
import { dayOf, moved, plus, regularDay, ruledBy, whenIs } from './days.ts';
import type { Firm } from './firm.ts';
import { holders, type Ledger, type Person } from './ledger.ts';

const NEWCOMERS = ['N1', 'N2', 'N3', 'N4'];
const DEPARTMENTS = [
  '铸造车间',
  '装配车间',
  '综合办公室',
  '财务部',
  '技术部',
  '设备部',
  '销售部',
  '检修班',
];
/** Names of several members at once; null takes a name away, and undefined leaves it. */
const NAMES = ['王建国', '李秀英', null, undefined];
const ROLES: readonly (readonly Role[])[] = [
  ['employee'],
  ['committee'],
  ['chair'],
  ['secretary'],
  ['manager'],
  ['committee', 'administrator'],
  ['secretary', 'committee'],
  ['chair', 'manager'],
];
const SHARES = [
  [0, 1],
  [1, 3],
  [1, 2],
  [3, 5],
  [2, 3],
  [1, 1],
].map(([numerator = 0, denominator = 1]) => ({ numerator, denominator }));
const BANDS = [
  DEFAULT_BANDS,
  [{ from: 0, least: 100, most: 900 }],
  [
    { from: 0, least: 0, most: 500 },
    { from: 20_000, least: 300, most: 500 },
  ],
];

export const ADMINISTRATION: Record<string, (aim: Aim, firm: Firm) => Attempt> = {
  'add member': ({ at, n }, { ledger }) => {
    const id = pick(NEWCOMERS, n);
    const [roles, department] = [pick(ROLES, n), pick(DEPARTMENTS, n)];
    const there = ledger.people.now.get(id);
    return member(ledger, at, id, there ?? { roles, department, active: true }, {
      route: addMember,
      request: { body: { id, subject: `sub-${id}`, roles, department } },
      // An existing member is not added with other values than their own.
      ...(there && {
        allowed: there.active && there.department === department && sameRoles(there.roles, roles),
      }),
    });
  },
  'change member': ({ at, n }, { ledger }) => {
    const id = somebody(ledger, n);
    const [roles, department] = [pick(ROLES, n >> 1), pick(DEPARTMENTS, n >> 2)];
    const before = ledger.people.now.get(id)!;
    const name = pick(NAMES, n >> 1);
    const after = {
      ...before,
      ...{ roles, department },
      ...(name !== undefined && { name: name ?? undefined }),
    };
    const body = { subject: `sub-${id}`, roles, department, name };
    return member(ledger, at, id, after, {
      route: putMember,
      request: { path: { member: id }, body },
    });
  },
  'let member go': ({ at, n }, { ledger }) => {
    const id = somebody(ledger, n);
    return member(
      ledger,
      at,
      id,
      { ...ledger.people.now.get(id)!, active: false },
      {
        route: deactivateMember,
        request: { path: { member: id } },
      },
    );
  },
  'take member back': ({ at, n }, { ledger }) => {
    const gone = [...ledger.people.now].flatMap(([id, { active }]) => (active ? [] : [id]));
    const id = gone.length > 0 ? pick(gone, n) : somebody(ledger, n);
    return member(
      ledger,
      at,
      id,
      { ...ledger.people.now.get(id)!, active: true },
      {
        route: reactivateMember,
        request: { path: { member: id } },
      },
    );
  },
  'change departments': ({ at, n }, { ledger }) => {
    const departments = DEPARTMENTS.filter((_, place) => place !== n % (DEPARTMENTS.length + 2));
    const people = [...ledger.people.now.values()];
    const left = ledger.departments.now.filter(name => !departments.includes(name));
    return {
      route: putDepartments,
      request: { body: { departments } },
      allowed: !people.some(({ active, department }) => active && left.includes(department)),
      enter: () => ledger.departments.change(at, departments),
    };
  },
  'change ballot': ({ at, n }, { ledger }) => {
    const rules = {
      ballot: n % 2 === 0 ? ('open' as const) : ('secret' as const),
      quorumShare: pick(SHARES, n),
      // All of the votes cannot be exceeded.
      threshold: pick(SHARES.slice(0, -1), n >> 2),
    };
    return settings(putRules, rules, () => ledger.rules.change(at, rules));
  },
  'change bands': ({ at, n }, { ledger }) => {
    const bands = pick(BANDS, n);
    return settings(putRewardBands, { bands }, () => ledger.bands.change(at, bands));
  },
  'change calendar': ({ at, n }, firm) => {
    const rules: CalendarRules = {
      timeZone: 'Asia/Shanghai',
      day: pick([1, 8, 15, 15, 22, 31], n),
      opensAt: pick(['09:00', '13:30'], n),
      votingDays: pick([1, 3, 7, 14], n >> 1),
      closesAt: pick(['18:00', '08:00'], n >> 2),
      publicationDays: pick([0, 1, 3], n >> 1),
    };
    const next = ruledBy(firm.ledger.days.now, rules, newestOf(firm), at);
    return {
      ...settings(putCalendar, rules, () => firm.ledger.days.change(at, next!)),
      allowed: next !== undefined,
    };
  },
  'move day': ({ at, n }, firm) => {
    const round = roundAfter(newestOf(firm), (n % 5) - 1);
    // A few days away from its place, or off into another month; or to about today.
    const day =
      n % 3 === 0
        ? plus(dayOf(at), pick([0, 1, -1, 2], n >> 2))
        : plus(
            whenIs(round, firm.ledger.days.now).day,
            pick([1, -1, 3, -4, 6, -8, 12, -15, 35], n >> 2),
          );
    return movingDay(round, day, at, firm);
  },
  'move day back': ({ at, n }, firm) => {
    const round = roundAfter(newestOf(firm), (n % 4) - 1);
    const { request: _, ...attempt } = movingDay(
      round,
      regularDay(round, firm.ledger.days.now),
      at,
      firm,
    );
    return { ...attempt, route: restoreRoundDay, request: { path: { round } } };
  },
};

/** Any member on the list; every other time an administrator, so that they become few. */
function somebody({ people }: Ledger, n: number): string {
  const administrators = holders(people.now, 'administrator');
  return n % 2 === 0 ? pick(administrators, n >> 1) : pick([...people.now.keys()], n);
}

function newestOf({ rounds }: Firm): RoundId {
  return [...rounds.keys()].toSorted().at(-1) as RoundId;
}

/**
 * A change of a member: allowed as long as an administrator stays, and the new department is on
 * offer.
 */
function member(ledger: Ledger, at: string, id: string, after: Person, attempt: Attempt): Attempt {
  const before = ledger.people.now.get(id);
  const people = new Map(ledger.people.now).set(id, after);
  const comes = after.department !== before?.department || (after.active && !before.active);
  const offered = !comes || ledger.departments.now.includes(after.department);
  return {
    allowed: offered && holders(people, 'administrator').length > 0,
    enter: () => ledger.people.change(at, people),
    ...attempt,
  };
}

function settings(route: Route, body: object, enter: () => void): Attempt {
  return { route, request: { body }, allowed: true, enter };
}

function movingDay(round: RoundId, day: string, at: string, { ledger }: Firm): Attempt {
  const next = moved(ledger.days.now, round, day, at);
  return {
    route: moveRoundDay,
    request: { path: { round }, body: { day } },
    allowed: next !== undefined,
    enter: () => ledger.days.change(at, next!),
  };
}

function sameRoles(some: readonly Role[], others: readonly Role[]): boolean {
  return some.toSorted().join() === others.toSorted().join();
}
