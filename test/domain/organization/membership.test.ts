/** Adding, changing and deactivating members; and a whole list of such changes, row by row. */
import { describe, expect, it } from 'vitest';
import { isSubject, type Subject } from '../../../shared/domain/kernel/ids.ts';
import { memberImport } from '../../../shared/domain/organization/member-import.ts';
import { amended, memberAct, newcomer } from '../../../shared/domain/organization/membership.ts';
import { membershipTotals } from '../../../shared/domain/organization/membership-invariants.ts';
import {
  hasRole,
  type Member,
  sitsOnCommittee,
} from '../../../shared/domain/organization/organization.ts';
import { codeOf, department, huatai, member, name, person, team, value } from '../sample.ts';

const subject = (text: string): Subject => {
  if (!isSubject(text)) throw new Error('no subject');
  return text;
};

describe('a member', () => {
  it('is identical without a change, and has the next version after one', () => {
    const secretary = person('S1', ['secretary']);
    expect(amended(secretary, {})).toBe(secretary);
    expect(
      amended(secretary, { roles: ['employee', 'secretary', 'secretary'], active: true }),
    ).toBe(secretary);
    expect(amended(secretary, { roles: ['manager', 'secretary'] })).toEqual({
      ...secretary,
      roles: ['secretary', 'manager'],
      version: 2,
    });
  });

  it('has a name and a team that come, change and go, and are kept by any other change', () => {
    const nobody = person('E1');
    const wang = amended(nobody, { name: name('王建国'), team: team('一班') });
    expect(wang).toEqual({ ...nobody, name: '王建国', team: '一班', version: 2 });
    expect(amended(wang, { name: name('王建国') })).toBe(wang);
    expect(amended(wang, { roles: ['manager'] })).toMatchObject({ name: '王建国', team: '一班' });
    const bare = amended(wang, { name: null, team: null });
    expect(bare).toEqual({ ...nobody, version: 3 });
    expect(amended(bare, { name: null, team: null })).toBe(bare);
    const { subject, roles, department, active } = nobody;
    expect(
      newcomer(huatai.id, nobody.id, {
        ...{ subject, roles, department, active },
        ...{ name: name('王建国'), team: null },
      }),
    ).toEqual({ ...nobody, name: '王建国' });
  });

  it('is an employee, whatever other roles they gain or lose', () => {
    expect(amended(person('S1', ['secretary']), { roles: ['employee'] }).roles).toEqual([
      'employee',
    ]);
    expect(
      newcomer(huatai.id, member('N1'), {
        subject: subject('n1'),
        roles: ['employee', 'chair', 'committee'],
        department: department('铸造车间'),
        active: true,
      }).roles,
    ).toEqual(['committee', 'chair']);
  });

  it('who has left has no role, not even an employee’s, and no place on the committee', () => {
    const chair = amended(person('C1', ['chair']), { active: false });
    expect(hasRole(chair, ['chair', 'employee'])).toBe(false);
    expect(sitsOnCommittee(chair)).toBe(false);
  });

  it('is reported as added, changed, deactivated or reactivated', () => {
    const here = person('E1');
    const gone = amended(here, { active: false });
    expect([
      memberAct(undefined, here),
      memberAct(here, amended(here, { roles: ['manager'] })),
      memberAct(here, gone),
      memberAct(gone, amended(gone, { active: true, roles: ['manager'] })),
      memberAct(gone, amended(gone, { roles: ['manager'] })),
    ]).toEqual(['add', 'change', 'deactivate', 'reactivate', 'change']);
  });
});

describe('a list of members', () => {
  const BOSS = person('A1', ['administrator']);
  const LI = person('E1');
  const GONE = { ...person('E2'), active: false };
  const taking = (list: readonly Member[] = [BOSS, LI, GONE]) =>
    memberImport(huatai, list, membershipTotals(list, huatai.departments));

  it('keeps what it does not mention, and gives new members the defaults', () => {
    const take = taking();
    const step = value(take({ id: LI.id }));
    expect(step.after).toBe(step.before);
    expect(value(take({ id: LI.id, department: department('装配车间') })).after).toEqual({
      ...LI,
      department: '装配车间',
      version: 2,
    });
    expect(value(take({ id: member('N1'), department: department('铸造车间') })).after).toEqual({
      organization: 'huatai',
      id: 'N1',
      subject: 'N1',
      roles: ['employee'],
      department: '铸造车间',
      active: true,
      version: 1,
    });
    expect(codeOf(take({ id: member('N2') }))).toBe('unknown-department');
  });

  it('has names and teams, and those of others', () => {
    const take = taking();
    const named = value(take({ id: LI.id, name: name('王建国'), team: team('一班') })).after;
    expect(named).toEqual({ ...LI, name: '王建国', team: '一班', version: 2 });
    expect(value(take({ id: LI.id, active: true })).after).toEqual(named);
    expect(
      value(take({ id: member('N1'), name: name('王建国'), department: department('铸造车间') }))
        .after.name,
    ).toBe('王建国');
  });

  it('continues from the rows before', () => {
    const take = taking();
    expect(codeOf(take({ id: BOSS.id, roles: ['employee'] }))).toBe('last-administrator');
    expect(codeOf(take({ id: LI.id, roles: ['administrator'] }))).toBeUndefined();
    const step = value(take({ id: BOSS.id, active: false }));
    expect(step.totals).toMatchObject({ administrators: 1 });
    expect(codeOf(take({ id: LI.id, active: false }))).toBe('last-administrator');
  });

  it('gives no account to two members, but a released one to the next', () => {
    const take = taking();
    const account = subject('sub-E1');
    expect(
      take({ id: member('N1'), subject: account, department: department('铸造车间') }),
    ).toEqual({
      ok: false,
      refusal: { code: 'subject-taken', member: 'E1' },
    });
    expect(codeOf(take({ id: LI.id, subject: subject('another') }))).toBeUndefined();
    expect(
      codeOf(take({ id: member('N1'), subject: account, department: department('铸造车间') })),
    ).toBe(undefined);
    expect(codeOf(take({ id: GONE.id, subject: account }))).toBeUndefined();
    expect(take({ id: GONE.id, active: true })).toMatchObject({
      refusal: { code: 'subject-taken', member: 'N1' },
    });
  });

  it('ignores a refused row in the rows after it', () => {
    const take = taking();
    expect(codeOf(take({ id: LI.id, subject: subject('sub-A1') }))).toBe('subject-taken');
    const step = value(take({ id: LI.id, roles: ['manager'] }));
    expect(step.before).toEqual(LI);
    expect(step.after.version).toBe(2);
  });

  it('that is applied again changes nothing', () => {
    const rows = [
      { id: member('N1'), department: department('铸造车间'), roles: ['committee' as const] },
      { id: LI.id, active: false },
      { id: GONE.id, active: true, department: department('装配车间') },
    ];
    const take = taking();
    const steps = rows.map(row => value(take(row)));
    const again = taking([BOSS, ...steps.map(({ after }) => after)]);
    for (const row of rows) {
      const { before, after } = value(again(row));
      expect(after).toBe(before);
    }
  });
});
