/** A member in the form, and the resulting request. */
import { describe, expect, it } from 'vitest';
import { newMember, newMemberFacts } from '../../../../shared/contract/schemas/member.ts';
import {
  checkMember,
  checkNewMember,
  fieldsOf,
  NOBODY,
  questionToOneself,
  rolesIn,
  withRole,
} from '../../../../web/features/members/member.ts';
import { department, member, name, subject, team } from '../../../sample/names.ts';
import { words } from '../words.ts';

const chair = {
  id: member('HT0011'),
  subject: subject('HT0011'),
  roles: ['committee' as const, 'chair' as const],
  department: department('财务部'),
  active: true,
  version: 3,
};

describe('a member on the list', () => {
  it('is sent as they were shown', () => {
    const { subject, roles, department } = chair;
    const named = { ...chair, name: name('王建国'), team: team('一班') };
    const checked = checkMember(fieldsOf(named), words);
    expect(checked).toEqual({
      ok: true,
      body: { name: '王建国', subject, roles, department, team: '一班' },
    });
    expect(checked.ok && newMemberFacts.safeParse(checked.body).success).toBe(true);
  });

  it('loses a name and a team that are emptied', () => {
    const checked = checkMember({ ...fieldsOf(chair), name: ' ', team: '\u200b' }, words);
    expect(checked.ok && checked.body).toMatchObject({ name: null, team: null });
    expect(checked.ok && newMemberFacts.safeParse(checked.body).success).toBe(true);
  });

  it('has a name and a team of at most thirty visible characters, in their stored spelling', () => {
    const fields = { ...fieldsOf(chair), name: ' 王　建国', team: ' 一班 ' };
    const checked = checkMember(fields, words);
    expect(checked.ok && checked.body).toMatchObject({ name: '王建国', team: '一班' });
    const long = '字'.repeat(31);
    expect(checkMember({ ...fields, name: long, team: long }, words)).toEqual({
      ok: false,
      errors: { name: words.notAName, team: words.notAName },
    });
  });

  it('gains and loses roles one by one, and is an employee without any', () => {
    const without = withRole(withRole(fieldsOf(chair).roles, 'chair', false), 'committee', false);
    expect(rolesIn(without)).toEqual([]);
    const checked = checkMember({ ...fieldsOf(chair), roles: without }, words);
    expect(checked.ok && checked.body.roles).toEqual(['employee']);
    expect(rolesIn(withRole(withRole('', 'manager', true), 'secretary', true))).toEqual([
      'secretary',
      'manager',
    ]);
  });

  it('needs an account and a department', () => {
    expect(checkMember({ ...NOBODY, subject: ' ' }, words)).toEqual({
      ok: false,
      errors: { subject: words.missing, department: words.missingChoice },
    });
    expect(checkMember({ ...fieldsOf(chair), subject: 'a'.repeat(256) }, words)).toEqual({
      ok: false,
      errors: { subject: words.notAnAccount },
    });
  });
});

describe('a new member', () => {
  const fields = { ...NOBODY, id: ' HT0400 ', department: '质检部' };

  it('needs no account, which is the number then', () => {
    const checked = checkNewMember(fields, words);
    expect(checked).toEqual({
      ok: true,
      body: { id: 'HT0400', department: '质检部', roles: ['employee'] },
    });
    expect(checked.ok && newMember.safeParse(checked.body).success).toBe(true);
  });

  it('has a name and a team if they are given', () => {
    const checked = checkNewMember({ ...fields, name: '王建国', team: '一班' }, words);
    expect(checked.ok && checked.body).toMatchObject({ name: '王建国', team: '一班' });
    expect(checked.ok && newMember.safeParse(checked.body).success).toBe(true);
  });

  it('has an account of their own if one is given, in its stored spelling', () => {
    const checked = checkNewMember({ ...fields, subject: ' wang.fang@huatai ' }, words);
    expect(checked.ok && checked.body.subject).toBe('wang.fang@huatai');
  });

  it('shows all errors at once', () => {
    expect(checkNewMember(NOBODY, words)).toEqual({
      ok: false,
      errors: { id: words.missing, department: words.missingChoice },
    });
    expect(checkNewMember({ ...NOBODY, id: '王芳', subject: 'a\u0000b' }, words)).toEqual({
      ok: false,
      errors: {
        id: words.notANumber,
        subject: words.notAnAccount,
        department: words.missingChoice,
      },
    });
  });
});

describe('administrators who change themselves', () => {
  const self = { ...chair, roles: ['administrator' as const] };

  it('confirm the loss of the role or of their sign-in, and nothing else', () => {
    expect(questionToOneself(self, { ...self, roles: ['employee'] }, words)).toBe(
      words.confirmOwnRole,
    );
    expect(questionToOneself(self, { ...self, subject: subject('other') }, words)).toBe(
      words.confirmOwnAccount('other'),
    );
    expect(
      questionToOneself(self, { ...self, roles: ['administrator', 'manager'] }, words),
    ).toBeUndefined();
  });
});
