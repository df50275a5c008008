/** Erasing a member's personal data, and what the audit trail keeps of them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AuditEntry,
  erasureEntry,
  foundingEntry,
  memberEntry,
  redacted,
} from '../../../shared/domain/organization/audit.ts';
import { eraseMember } from '../../../shared/domain/organization/erasure.ts';
import { amended, newcomer } from '../../../shared/domain/organization/membership.ts';
import {
  department,
  instant,
  member,
  name,
  organization,
  subject,
  team,
} from '../../sample/names.ts';
import { huatai } from '../sample.ts';

const at = instant('2026-10-08T02:00:00.000Z');
const boss = member('A1');
const person = newcomer(organization('huatai'), member('E1'), {
  subject: subject('zhang@example.com'),
  roles: ['employee'],
  name: name('张三丰'),
  department: department('铸造车间'),
  team: team('一班'),
  active: true,
});
const NOTHING_OPEN = { work: [], rewards: [], ballots: [] };
const PERSONAL = ['zhang@example.com', 'lisi@example.com', '张三丰', '李四光', '一班', '二班'];
const holds = (value: unknown) => PERSONAL.filter(one => JSON.stringify(value).includes(one));

describe('an erasure', () => {
  it('leaves number and department, and nothing else of the person', () => {
    const erased = eraseMember(person, boss, NOTHING_OPEN, at);
    expect(erased).toEqual({
      ok: true,
      value: {
        organization: 'huatai',
        id: 'E1',
        department: '铸造车间',
        active: false,
        erasedAt: at,
        version: 2,
      },
    });
    if (erased.ok) expect(holds(erasureEntry(person, erased.value, boss))).toEqual([]);
  });

  it('is refused to oneself, and while anything is open', () => {
    expect(eraseMember(person, person.id, NOTHING_OPEN, at)).toMatchObject({
      refusal: { code: 'own-erasure' },
    });
  });
});

describe('a redacted entry', () => {
  const facts = fc.record(
    {
      subject: fc.constantFrom('zhang@example.com', 'lisi@example.com').map(subject),
      name: fc.option(fc.constantFrom('张三丰', '李四光').map(name)),
      team: fc.option(fc.constantFrom('一班', '二班').map(team)),
      department: fc.constantFrom('铸造车间', '装配车间').map(department),
      active: fc.boolean(),
    },
    { requiredKeys: [] },
  );

  it('of any history of a member has none of their data, every field, and is redacted once', () => {
    fc.assert(
      fc.property(fc.array(facts, { maxLength: 6 }), changes => {
        const entries: AuditEntry[] = [memberEntry(undefined, person, boss, at)];
        let now = person;
        for (const change of changes) {
          const next = amended(now, change);
          if (next !== now) entries.push(memberEntry(now, next, boss, at));
          now = next;
        }
        for (const entry of entries) {
          const left = redacted(entry, person.id);
          expect(holds(left)).toEqual([]);
          expect(left.changes.map(({ field }) => field)).toEqual(
            entry.changes.map(({ field }) => field),
          );
          expect(redacted(left, person.id)).toBe(left);
          // Another member's erasure changes nothing.
          expect(redacted(entry, member('E2'))).toBe(entry);
        }
      }),
    );
  });

  it('of the founding keeps the other administrators', () => {
    const { team: _, ...rest } = person;
    const other = { ...rest, id: member('E2'), subject: subject('lisi@example.com') };
    const entry = foundingEntry(huatai, [person, other], at);
    const left = redacted(entry, person.id);
    expect(holds(left)).toEqual(['lisi@example.com']);
    expect(holds(redacted(left, other.id))).toEqual([]);
    expect(redacted(entry, boss)).toBe(entry);
  });
});
