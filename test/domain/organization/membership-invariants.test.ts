/**
 * Rules about all members together: there is an administrator, the committee keeps its size,
 * departments are those on offer.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amended } from '../../../shared/domain/organization/membership.ts';
import {
  applyDepartments,
  applyMemberChange,
  type MembershipTotals,
  membershipTotals,
} from '../../../shared/domain/organization/membership-invariants.ts';
import {
  type Member,
  MOST_ELECTORS,
  ROLES,
} from '../../../shared/domain/organization/organization.ts';
import { codeOf, department, huatai, member, person, value } from '../sample.ts';

const BOSS = person('A1', ['administrator']);
const OTHER = person('A2', ['administrator', 'secretary']);
const { departments } = huatai;
const without = (one: Member): Member => amended(one, { active: false });

describe('the last administrator', () => {
  it('neither leaves nor loses the role', () => {
    const totals = membershipTotals([BOSS, person('E1')], departments);
    expect(codeOf(applyMemberChange(totals, BOSS, without(BOSS)))).toBe('last-administrator');
    expect(codeOf(applyMemberChange(totals, BOSS, amended(BOSS, { roles: ['manager'] })))).toBe(
      'last-administrator',
    );
  });

  it('may make all other changes, and may go once there is another', () => {
    const totals = membershipTotals([BOSS], departments);
    const moved = amended(BOSS, {
      department: department('装配车间'),
      roles: ['administrator', 'manager'],
    });
    expect(codeOf(applyMemberChange(totals, BOSS, moved))).toBeUndefined();
    const two = value(applyMemberChange(totals, undefined, OTHER));
    const one = value(applyMemberChange(two, BOSS, without(BOSS)));
    expect(one.administrators).toBe(1);
    expect(codeOf(applyMemberChange(one, OTHER, without(OTHER)))).toBe('last-administrator');
  });

  it('is not a member who has left', () => {
    const totals = membershipTotals([BOSS, without(OTHER)], departments);
    expect(codeOf(applyMemberChange(totals, BOSS, without(BOSS)))).toBe('last-administrator');
  });
});

describe('the committee', () => {
  const many = (size: number): Member[] =>
    Array.from({ length: size }, (_, at) => person(`C${at}`, at === 0 ? ['chair'] : ['committee']));

  it('takes no more than a decision can carry, chairs included', () => {
    const full = membershipTotals(many(MOST_ELECTORS), departments);
    const refusal = { ok: false, refusal: { code: 'committee-full', most: MOST_ELECTORS } };
    expect(applyMemberChange(full, undefined, person('N1', ['committee']))).toEqual(refusal);
    const employee = person('N2');
    expect(applyMemberChange(full, employee, amended(employee, { roles: ['chair'] }))).toEqual(
      refusal,
    );
    expect(codeOf(applyMemberChange(full, undefined, person('N3')))).toBeUndefined();
    expect(
      codeOf(
        applyMemberChange(
          membershipTotals(many(MOST_ELECTORS - 1), departments),
          undefined,
          person('N4', ['chair']),
        ),
      ),
    ).toBe(undefined);
  });

  it('has a free place once a member leaves, and none for a member who comes back to a full one', () => {
    const all = many(MOST_ELECTORS);
    const gone = without(all[5]!);
    const totals = value(applyMemberChange(membershipTotals(all, departments), all[5], gone));
    expect(
      codeOf(applyMemberChange(totals, undefined, person('N1', ['committee']))),
    ).toBeUndefined();
    const again = value(applyMemberChange(totals, undefined, person('N1', ['committee'])));
    expect(codeOf(applyMemberChange(again, gone, amended(gone, { active: true })))).toBe(
      'committee-full',
    );
  });

  it('counts a chair who is also on the committee once', () => {
    expect(membershipTotals([person('C1', ['committee', 'chair'])], departments).committee).toBe(1);
  });
});

describe('departments', () => {
  it('are those on offer, for members who come, move or come back', () => {
    const totals = membershipTotals([BOSS], departments);
    const stranger = person('E1', ['employee'], '锅炉房');
    const refusal = { ok: false, refusal: { code: 'unknown-department', known: departments } };
    expect(applyMemberChange(totals, undefined, stranger)).toEqual(refusal);
    expect(
      applyMemberChange(totals, BOSS, amended(BOSS, { department: department('锅炉房') })),
    ).toEqual(refusal);
    expect(applyMemberChange(totals, without(stranger), stranger)).toEqual(refusal);
    // An existing member may be changed otherwise, and may leave.
    expect(
      codeOf(applyMemberChange(totals, stranger, amended(stranger, { roles: ['manager'] }))),
    ).toBeUndefined();
    expect(codeOf(applyMemberChange(totals, stranger, without(stranger)))).toBeUndefined();
  });

  it('are retired when no active member belongs to them', () => {
    const totals = membershipTotals(
      [BOSS, without(person('E1', ['employee'], '装配车间'))],
      departments,
    );
    expect(applyDepartments(totals, [department('装配车间')])).toEqual({
      ok: false,
      refusal: { code: 'department-in-use', department: '铸造车间', members: 1 },
    });
    const after = value(applyDepartments(totals, [department('锅炉房'), department('铸造车间')]));
    expect([...after.departments]).toEqual([
      ['锅炉房', 0],
      ['铸造车间', 1],
    ]);
  });
});

it('incremental totals equal a fresh count, after any changes', () => {
  const where = fc.constantFrom('铸造车间', '装配车间', '锅炉房').map(department);
  const facts = fc.record(
    {
      roles: fc.uniqueArray(fc.constantFrom(...ROLES), { minLength: 1 }),
      department: where,
      active: fc.boolean(),
    },
    { requiredKeys: [] },
  );
  const change = fc.record({ who: fc.integer({ min: 0, max: 4 }), facts });
  fc.assert(
    fc.property(fc.array(change, { maxLength: 40 }), changes => {
      const people = new Map<string, Member>([[BOSS.id, BOSS]]);
      let totals: MembershipTotals = membershipTotals([BOSS], departments);
      for (const { who, facts } of changes) {
        const before = people.get(member(`E${who}`));
        const after = amended(before ?? person(`E${who}`), facts);
        const admitted = applyMemberChange(totals, before, after);
        if (!admitted.ok) continue;
        people.set(after.id, after);
        totals = admitted.value;
        const { version: _, ...afresh } = membershipTotals([...people.values()], departments);
        expect(totals).toMatchObject(afresh);
        expect(totals.administrators).toBeGreaterThan(0);
      }
    }),
  );
});
