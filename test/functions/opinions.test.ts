/**
 * Contacts of departments, from the settings to the list of what they look after, and the opinions
 * that ideas are referred for.
 */
import { beforeEach, describe, expect, it } from 'vitest';
import {
  listAudit,
  putContacts,
  putDepartments,
} from '../../shared/contract/routes/administration.ts';
import { getAgenda } from '../../shared/contract/routes/deliberation.ts';
import { getIdea } from '../../shared/contract/routes/ideas.ts';
import { deactivateMember, importMembers } from '../../shared/contract/routes/members.ts';
import { giveOpinion, listContactIdeas, referIdea } from '../../shared/contract/routes/opinions.ts';
import { getOrganization, getToday } from '../../shared/contract/routes/organization.ts';
import { costOf, metered } from '../bench/metered.ts';
import { newMember, OCTOBER } from '../store/sample-facts.ts';
import { type Firm, months } from './months.ts';
import { AT, apiOf, type Request } from './small-firm.ts';

const CONTACTS = [
  { department: '铸造车间', member: 'w1' },
  { department: '装配车间', member: 'W1' },
];
let firm: Firm;

beforeEach(async () => {
  firm = await months({
    more: [newMember('A1', ['administrator']), newMember('W1'), newMember('W2')],
  });
});

const name = (contacts: object[], as = 'A1') =>
  firm.call<{ code?: string; contacts: object[] }>(putContacts, { as, body: { contacts } });
const leave = (member: string) =>
  firm.call<{ code?: string }>(deactivateMember, { as: 'A1', path: { member } });

interface Listed {
  readonly items: readonly { readonly id: string; readonly status: string }[];
  readonly nextCursor?: string;
}
const tasks = async (as: string) =>
  (await firm.call<{ tasks: object[] }>(getToday, { as })).body.tasks;
const contactIdeas = async (as: string, query: Request['query'] = {}) =>
  (await firm.call<Listed>(listContactIdeas, { as, query })).body;

describe('contacts', () => {
  it('are named by an administrator, in the list’s spelling, and every member sees them', async () => {
    const { status, body } = await name(CONTACTS);
    const expected = CONTACTS.map(({ department }) => ({ department, member: 'W1' }));
    expect([status, body.contacts]).toEqual([200, expected]);
    const seen = await firm.call<{ contacts: object[] }>(getOrganization, { as: 'E1' });
    expect(seen.body.contacts).toEqual(expected);
    const trail = await firm.call<{ items: object[] }>(listAudit, { as: 'A1' });
    expect(trail.body.items[0]).toMatchObject({ changes: [{ field: 'contacts', before: [] }] });
  });

  it.for([
    ['an unknown department', [{ department: '门卫', member: 'W1' }], 'unknown-department'],
    ['a stranger', [{ department: '铸造车间', member: 'W9' }], 'unknown-contact'],
    [
      'two of one department',
      ['W1', 'W2'].map(member => ({ department: '铸造车间', member })),
      'invalid-request',
    ],
  ] as const)('are refused for %s', async ([, contacts, code]) => {
    expect((await name([...contacts])).body.code).toBe(code);
  });

  it('are refused for a former member', async () => {
    await leave('W2');
    const refused = await name([{ department: '铸造车间', member: 'W2' }]);
    expect(refused.body.code).toBe('unknown-contact');
  });

  it('do not leave before another is named, by one or by file', async () => {
    await name(CONTACTS);
    expect((await leave('W1')).body.code).toBe('is-contact');
    const file = Buffer.from('工号,部门,在册\nW1,铸造车间,否\nW2,铸造车间,否\n');
    const { body } = await firm.call<{ rows: { problem?: { code: string } }[] }>(importMembers, {
      as: 'A1',
      body: file,
    });
    expect(body.rows.map(({ problem }) => problem?.code)).toEqual(['is-contact', undefined]);
    await name([]);
    expect((await leave('W1')).status).toBe(200);
  });

  it('are never members who leave at the same time, in either order', async () => {
    const late = firm.afterReading(() => leave('W1'));
    const named = await late<{ code?: string }>(putContacts, {
      as: 'A1',
      body: { contacts: CONTACTS },
    });
    expect(named.body.code).toBe('unknown-contact');
    const contacts = [{ department: '铸造车间', member: 'W2' }];
    const left = await firm.afterReading(() => name(contacts))<{ code?: string }>(
      deactivateMember,
      { as: 'A1', path: { member: 'W2' } },
    );
    expect(left.body.code).toBe('is-contact');
  });

  it('go with a department that is no longer offered', async () => {
    await name([{ department: '销售部', member: 'W1' }]);
    const all = ['铸造车间', '装配车间', '综合办公室', '财务部', '技术部', '设备部'];
    await firm.call(deactivateMember, { as: 'A1', path: { member: 'M1' } });
    const { body } = await firm.call<{ contacts: object[] }>(putDepartments, {
      as: 'A1',
      body: { departments: all },
    });
    expect(body.contacts).toEqual([]);
  });
});

describe('the list of a contact', () => {
  it('has their departments’ ideas, the undecided first, page by page', async () => {
    await name(CONTACTS);
    const [decided, other] = [await firm.handIn('E1'), await firm.handIn('E2')];
    await firm.handIn('C1');
    await firm.until(AT.opens);
    firm.clock.set(AT.voting);
    await firm.adopt(decided);
    const { items } = await contactIdeas('W1');
    expect(items.map(({ id, status }) => [id, status])).toEqual([
      [other, 'on-agenda'],
      [decided, 'adopted'],
    ]);
    const first = await contactIdeas('W1', { limit: '1' });
    const second = await contactIdeas('W1', { limit: '1', cursor: first.nextCursor ?? '' });
    const ids = [...first.items, ...second.items].map(({ id }) => id);
    expect(ids.toSorted()).toEqual([decided, other].toSorted());
  });

  it('is empty for others, and costs them little', async () => {
    await firm.handIn('E1');
    const { table, meter } = metered(firm.table);
    const call = apiOf(table, firm.clock);
    const { reads } = await costOf(meter, async () => {
      const { body } = await call<Listed>(listContactIdeas, { as: 'E1' });
      expect(body.items).toEqual([]);
    });
    expect(reads).toBeLessThanOrEqual(4);
  });

  it('costs a contact of two departments at most 10 units for ten ideas', async () => {
    await name(CONTACTS);
    for (let at = 0; at < 10; at += 1) await firm.handIn(at % 2 === 0 ? 'E1' : 'E2');
    const { table, meter } = metered(firm.table);
    const call = apiOf(table, firm.clock);
    const { reads } = await costOf(meter, async () => {
      const { body } = await call<Listed>(listContactIdeas, { as: 'W1' });
      expect(body.items).toHaveLength(10);
    });
    expect(reads).toBeLessThanOrEqual(10);
  });
});

describe('an opinion', () => {
  const TEXT = { text: '可以先试一台' };

  it('goes from the secretary’s question to the committee, past the author', async () => {
    await name(CONTACTS);
    const idea = await firm.handIn('E1');
    expect((await firm.on(referIdea, 'S1', idea, {})).status).toBe(200);
    expect((await contactIdeas('W1')).items).toMatchObject([
      { id: idea, referral: { adviser: 'W1' } },
    ]);
    expect((await firm.on(giveOpinion, 'E1', idea, TEXT)).body.code).toBe('not-asked');
    expect((await firm.on(giveOpinion, 'W1', idea, TEXT)).status).toBe(200);
    expect((await firm.on(giveOpinion, 'W1', idea, TEXT)).body.version).toBe(3);
    await firm.until(AT.opens);
    const seenBy = async (as: string) =>
      (await firm.call<{ opinion?: object }>(getIdea, { as, path: { idea } })).body.opinion;
    const opinion = { by: 'W1', ...TEXT };
    for (const as of ['C2', 'S1', 'W1']) expect(await seenBy(as)).toMatchObject(opinion);
    for (const as of ['E1', 'E2', 'M1']) expect(await seenBy(as)).toBeUndefined();
    const { text } = await firm.call(getIdea, { as: 'E1', path: { idea } });
    expect(text).not.toContain(TEXT.text);
    const agenda = async (as: string) =>
      (await firm.call<Listed>(getAgenda, { as, path: { round: OCTOBER } })).body.items[0];
    expect(await agenda('C2')).toMatchObject({ opinion });
    expect((await firm.read(idea)).history.map(({ act }) => act)).toEqual([
      'submit',
      'refer',
      'give-opinion',
      'list',
    ]);
  });

  it('is kept from an author on the committee', async () => {
    const idea = await firm.handIn('C3');
    await firm.on(referIdea, 'S1', idea, { adviser: 'W1' });
    await firm.on(giveOpinion, 'W1', idea, TEXT);
    const seen = await firm.call<{ opinion?: object }>(getIdea, { as: 'C3', path: { idea } });
    expect([seen.status, seen.text.includes(TEXT.text)]).toEqual([200, false]);
  });

  it('is found by any member who is asked, in whatever round, until it is given', async () => {
    const idea = await firm.handIn('E1');
    await firm.on(referIdea, 'S1', idea, { adviser: 'w2' });
    expect((await contactIdeas('W2')).items).toMatchObject([{ id: idea }]);
    await firm.on(referIdea, 'S1', idea, { adviser: 'W1' });
    expect((await contactIdeas('W2')).items).toEqual([]);
    expect(await tasks('W1')).toMatchObject([{ kind: 'give-opinion', ideas: [{ id: idea }] }]);
    expect(await tasks('W2')).toEqual([]);
    await firm.on(giveOpinion, 'W1', idea, TEXT);
    expect((await contactIdeas('W1')).items).toEqual([]);
    expect(await tasks('W1')).toEqual([]);
  });

  it.for([
    ['a stranger', {}, { adviser: 'W9' }, 'unknown-adviser'],
    ['the author', {}, { adviser: 'E1' }, 'author-as-adviser'],
    ['a department without a contact', {}, {}, 'no-contact'],
    ['an idea without a department', { unnamed: true }, {}, 'no-contact'],
  ] as const)('is not asked of %s', async ([, facts, body, code]) => {
    const idea = await firm.handIn('E1', facts);
    expect((await firm.on(referIdea, 'S1', idea, body)).body.code).toBe(code);
  });

  it('comes too late once the ballot has closed', async () => {
    const idea = await firm.handIn('E1');
    await firm.on(referIdea, 'S1', idea, { adviser: 'W1' });
    await firm.until(AT.opens);
    firm.clock.set(AT.closes);
    expect((await firm.on(giveOpinion, 'W1', idea, TEXT)).body.code).toBe('ballot-closed');
    expect((await firm.on(referIdea, 'S1', idea, { adviser: 'W2' })).body.code).toBe(
      'ballot-closed',
    );
  });
});
