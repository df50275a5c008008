/** Members' numbers in replies, found by schema; and which routes tell the people beside them. */
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { department, memberId } from '../../shared/contract/fields.ts';
import { ROUTES } from '../../shared/contract/routes/table.ts';
import type { MemberId } from '../../shared/domain/kernel/ids.ts';
import type { Person } from '../../shared/domain/organization/directory.ts';
import { collectorOf, peopleIn } from '../../shared/http/people.ts';
import { member, department as named } from '../sample/names.ts';

function found(schema: z.ZodMiniType, value: unknown): string[] {
  const numbers = new Set<MemberId>();
  collectorOf(schema)?.(value, numbers);
  return [...numbers];
}

describe('numbers are found', () => {
  it.each<[string, z.ZodMiniType, unknown]>([
    ['in an object', z.object({ by: memberId, title: z.string() }), { by: 'A1', title: 'B2' }],
    ['deep within', z.object({ one: z.object({ by: memberId }) }), { one: { by: 'A1' } }],
    ['in a list, each once', z.array(memberId), ['A1', 'A1']],
    ['where they may be missing', z.array(z.optional(memberId)), [undefined, 'A1']],
    ['where they may be left out', z.object({ by: z.exactOptional(memberId) }), { by: 'A1' }],
    ['where they may be null', z.array(z.nullable(memberId)), [null, 'A1']],
    ['as keys', z.record(memberId, z.string()), { A1: 'B2' }],
    ['as values', z.record(department, memberId), { B2: 'A1' }],
    [
      'in the option that a value is of',
      z.array(
        z.discriminatedUnion('act', [
          z.object({ act: z.literal('assign'), owner: memberId }),
          z.object({ act: z.literal('note'), owner: z.string() }),
        ]),
      ),
      [
        { act: 'note', owner: 'B2' },
        { act: 'assign', owner: 'A1' },
      ],
    ],
    [
      'in the first option that fits',
      z.union([z.object({ by: memberId }), z.object({ text: z.string() })]),
      { by: 'A1', text: 'B2' },
    ],
  ])('%s', (_, schema, value) => {
    expect(found(schema, value)).toEqual(['A1']);
  });

  it('in no schema that has none', () => {
    expect(collectorOf(z.object({ title: z.string(), of: z.array(department) }))).toBeUndefined();
  });

  it('and a kind of schema that is not looked into is an error, not a gap', () => {
    expect(() => collectorOf(z.object({ of: z.tuple([memberId]) }))).toThrow('tuple');
  });
});

describe('the people of a reply', () => {
  const cast: ReadonlyMap<MemberId, Person> = new Map([
    [member('A1'), { department: named('财务部') }],
    [member('A2'), { department: named('设备部'), left: true }],
  ]);
  const schema = z.array(memberId);

  it('are asked for once each, and a number that is nobody’s has none', async () => {
    const asked: (readonly MemberId[])[] = [];
    const people = await peopleIn(schema, ['A1', 'A2', 'A9', 'A1'], async ids => {
      asked.push(ids);
      return cast;
    });
    expect(asked).toEqual([['A1', 'A2', 'A9']]);
    expect(people).toEqual({
      A1: { department: '财务部' },
      A2: { department: '设备部', left: true },
    });
  });

  it('are not asked for without numbers', async () => {
    await expect(
      peopleIn(schema, [], () => Promise.reject(new Error('asked for nobody'))),
    ).resolves.toEqual({});
  });
});

/** Replies that have numbers and no people beside them, and why. */
const WITHOUT_PEOPLE: Readonly<Record<string, string>> = {
  getMe: 'the caller, with their name',
  getDirectory: 'the people themselves',
  listMembers: 'members, with their names',
  addMember: 'a member, with the name',
  getMember: 'a member, with the name',
  putMember: 'a member, with the name',
  deactivateMember: 'a member, with the name',
  reactivateMember: 'a member, with the name',
  eraseMember: 'a member, whose name is gone',
  importMembers: 'rows of a file that has the names',
};

describe.each(ROUTES)('$id', ({ id, access, success }) => {
  const told = 'people' in success;

  it('tells the people of its numbers to members, or is excepted', () => {
    if (id in WITHOUT_PEOPLE) expect(told).toBe(false);
    else expect(told).toBe(collectorOf(success.reply) !== undefined);
  });

  it('tells no people to others', () => {
    if (access.who !== 'members') expect(told).toBe(false);
    if (access.who === 'anybody' || access.who === 'zone-members')
      expect(collectorOf(success.reply)).toBeUndefined();
  });
});
