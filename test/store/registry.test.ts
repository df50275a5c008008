/** Members and rounds in the table: roles and places of members, and the due steps of rounds. */
import { beforeAll, describe, expect, it } from 'vitest';
import {
  isZoneId,
  type OrganizationId,
  type RoundId,
  roundAfter,
} from '../../shared/domain/kernel/ids.ts';
import { isInstant } from '../../shared/domain/kernel/instant.ts';
import { DEFAULT_CALENDAR, scheduleOf } from '../../shared/domain/organization/calendar.ts';
import { DEFAULT_RULES } from '../../shared/domain/organization/organization.ts';
import { endIntake, newRound, openRound, type Round } from '../../shared/domain/round/round.ts';
import type { Table } from '../../shared/store/client.ts';
import { type MemberRepository, memberRepository } from '../../shared/store/members.ts';
import { type RoundRepository, roundRepository } from '../../shared/store/rounds.ts';
import { zonePeopleRepository } from '../../shared/store/zone-people.ts';
import { freshTable } from '../fresh-table.ts';
import { putRound } from './put-items.ts';
import {
  COMMITTEE,
  gathered,
  HUATAI,
  instant,
  member,
  newMember,
  OCTOBER,
  organization,
  round,
  roundIn,
  subject,
  ZHONGCHENG,
} from './sample-facts.ts';

describe('members', () => {
  let table: Table;
  let members: MemberRepository;
  const both = subject('works in both');
  const here = { ...newMember('HT0001', ['secretary']), subject: both };
  const there = { ...newMember('ZC0001', ['chair', 'committee'], ZHONGCHENG), subject: both };

  beforeAll(async () => {
    table = await freshTable();
    members = memberRepository(table);
    for (const one of [here, there, newMember('HT0002'), newMember('HT0003')])
      await members.put(one);
  });

  it('are found by subject within the requested organization, and in no other', async () => {
    expect(await members.find(both, HUATAI)).toEqual(here);
    expect(await members.find(both, ZHONGCHENG)).toEqual(there);
    expect(await members.find(subject('sub-HT0002'), ZHONGCHENG)).toBeUndefined();
    expect(await members.find(subject('nobody'), HUATAI)).toBeUndefined();
    // A member's number is no subject.
    expect(await members.find(subject('HT0001'), HUATAI)).toBeUndefined();
  });

  it('are not taken for the people of a zone of the same name', async () => {
    const zone = 'huatai';
    if (!isZoneId(zone)) throw new Error('not a zone');
    const officer = {
      zone,
      id: member('XH0002'),
      subject: subject('officer'),
      roles: ['grid-officer' as const],
      districts: ['第一片区'],
    };
    await zonePeopleRepository(table).put(officer);
    expect(await members.find(officer.subject, HUATAI)).toBeUndefined();
    expect(await members.findAll(officer.subject)).toEqual({ organizations: [], zones: [officer] });
  });

  it('are all listed for a person', async () => {
    const { organizations, zones } = await members.findAll(both);
    expect(organizations).toEqual(expect.arrayContaining([here, there]));
    expect(organizations).toHaveLength(2);
    expect(zones).toEqual([]);
  });

  it('are found by number, each once, without strangers, also more than a batch of them', async () => {
    const many = Array.from({ length: 130 }, (_, at) =>
      newMember(`M${at}`, ['employee'], organization('large')),
    );
    for (let start = 0; start < many.length; start += 20)
      await Promise.all(many.slice(start, start + 20).map(one => members.put(one)));
    const ids = many.map(({ id }) => id);
    const known = await members.known(organization('large'), [...ids, ...ids, member('HT0001')]);
    expect([...known.values()].flat()).toEqual(expect.arrayContaining(many));
    expect(known.size).toBe(130);
    expect(await members.known(organization('large'), [])).toEqual(new Map());
  });

  it('are found by their numbers in any case, and two whose numbers differ in case alone are both found', async () => {
    const of = { organization: organization('cases') };
    for (const id of ['HT0001', 'ht0002', 'Ht0003', 'HT0004', 'ht0004'])
      await members.put({ ...newMember(id), ...of });
    const found = async (...ids: string[]) =>
      [...(await members.known(of.organization, ids.map(member))).values()].map(some =>
        some.map(({ id }) => id),
      );
    expect(await found('ht0001', 'HT0002')).toEqual([['HT0001'], ['ht0002']]);
    expect(await found('HT0003')).toEqual([['Ht0003']]);
    expect(await found('ht0004')).toEqual([['HT0004', 'ht0004']]);
    expect(await found('HT0009')).toEqual([]);
  });

  it('are listed completely, of one organization', async () => {
    const list = await gathered(members.all(HUATAI));
    expect(list.map(({ id }) => id)).toEqual(['HT0001', 'HT0002', 'HT0003']);
  });
});

describe('rounds', () => {
  let table: Table;
  let rounds: RoundRepository;
  beforeAll(async () => {
    table = await freshTable();
    rounds = roundRepository(table);
  });

  it('are begun once; a second beginning changes nothing, whatever has become of the first', async () => {
    const of = organization('begun');
    const deliberating = roundIn('deliberating', OCTOBER, of);
    await putRound(table, roundIn('collecting', OCTOBER, of));
    expect(await rounds.advance(roundIn('collecting', OCTOBER, of), deliberating)).toBe(true);
    await putRound(table, roundIn('collecting', OCTOBER, of));
    expect(await rounds.get(of, OCTOBER)).toEqual(deliberating);
  });

  it('advance only from the step that was read, and through every state to the end', async () => {
    const of = organization('stepwise');
    const states = (['collecting', 'deliberating', 'decided', 'published'] as const).map(state =>
      roundIn(state, OCTOBER, of),
    );
    const opened = states[1]!;
    if (opened.state !== 'deliberating') throw new Error('not deliberating');
    const path: Round[] = [states[0]!, opened, endIntake(opened), states[2]!, states[3]!];
    await putRound(table, path[0]!);
    for (const [at, before] of path.slice(0, -1).entries()) {
      const after = path[at + 1]!;
      for (const wrong of path.filter(other => other !== before))
        expect(await rounds.advance(wrong, after)).toBe(false);
      expect(await rounds.get(of, OCTOBER)).toEqual(before);
      expect(await rounds.advance(before, after)).toBe(true);
      expect(await rounds.get(of, OCTOBER)).toEqual(after);
    }
    for (const before of path) expect(await rounds.advance(before, path[1]!)).toBe(false);
    expect(await rounds.get(of, OCTOBER)).toEqual(path.at(-1));
  });

  it('are advanced by one of many at once', async () => {
    const of = organization('crowded');
    const collecting = newRound(of, OCTOBER, scheduleOf(OCTOBER, DEFAULT_CALENDAR));
    await putRound(table, collecting);
    const answers = await Promise.all(
      COMMITTEE.map(elector =>
        rounds.advance(
          collecting,
          openRound(collecting, [elector], DEFAULT_RULES, collecting.schedule.opensAt),
        ),
      ),
    );
    expect(answers.filter(Boolean)).toHaveLength(1);
    const stored = await rounds.get(of, OCTOBER);
    expect(stored).toMatchObject({
      state: 'deliberating',
      electorate: [COMMITTEE[answers.indexOf(true)]],
    });
  });

  it('that were never begun do not advance', async () => {
    const of = organization('nowhere');
    const before = roundIn('collecting', OCTOBER, of);
    expect(await rounds.advance(before, roundIn('deliberating', OCTOBER, of))).toBe(false);
    expect(await rounds.get(of, OCTOBER)).toBeUndefined();
  });

  it('name the organizations with a due step, the longest overdue first, each once', async () => {
    const own = await freshTable();
    const due = roundRepository(own);
    const begin = (of: OrganizationId, id: RoundId) =>
      putRound(own, newRound(of, id, scheduleOf(id, DEFAULT_CALENDAR)));
    const [slow, prompt, early] = ['slow', 'prompt', 'early'].map(organization) as [
      OrganizationId,
      OrganizationId,
      OrganizationId,
    ];
    await begin(early, round('2026-12'));
    await begin(prompt, OCTOBER);
    await begin(slow, round('2026-08'));
    await begin(slow, round('2026-09'));
    await putRound(own, roundIn('published', OCTOBER, organization('finished')));

    expect(await due.organizationsDue(instant('2026-10-15T01:00:00.000Z'))).toEqual([slow, prompt]);
    expect(await due.organizationsDue(instant('2026-10-15T00:59:59.999Z'))).toEqual([slow]);
    expect(await due.organizationsDue(instant('2026-01-01T00:00:00.000Z'))).toEqual([]);
    expect(await due.nextDue()).toBe('2026-08-15T01:00:00.000Z');
    expect(await roundRepository(await freshTable()).nextDue()).toBeUndefined();
  });

  it('that are not yet published are oldest first', async () => {
    const of = organization('unpublished');
    const ids = Array.from({ length: 14 }, (_, at) => roundAfter(round('2025-11'), at));
    for (const id of ids) {
      const state = id < '2026-10' ? 'published' : id === '2026-10' ? 'decided' : 'collecting';
      await putRound(table, roundIn(state, id, of));
    }
    expect((await rounds.unpublished(of)).map(({ id }) => id)).toEqual([
      '2026-10',
      '2026-11',
      '2026-12',
    ]);
  });

  it.each([1, 3, 5, 15, 40])('are listed newest first, each once, by %i', async limit => {
    const of = organization(`listed-${limit}`);
    const ids = Array.from({ length: 15 }, (_, at) => roundAfter(round('2025-11'), at));
    for (const id of ids) await putRound(table, roundIn('collecting', id, of));
    const found: Round[] = [];
    let cursor: RoundId | undefined;
    do {
      const page = await rounds.newestFirst(of, { limit, ...(cursor && { cursor }) });
      expect(page.items.length).toBeLessThanOrEqual(limit);
      found.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor);
    expect(found.map(({ id }) => id)).toEqual(ids.toReversed());
    for (const { organization, schedule } of found) {
      expect(organization).toBe(of);
      expect(Object.values(schedule).filter(isInstant)).toHaveLength(4);
    }
  });

  it('are listed further from any possible round', async () => {
    const of = organization('listed-on');
    await putRound(table, roundIn('collecting', round('2025-11'), of));
    const after = async (cursor: string) =>
      (await rounds.newestFirst(of, { limit: 3, cursor: round(cursor) })).items;
    expect((await after('2099-12')).map(({ id }) => id)).toEqual(['2025-11']);
    expect([await after('2025-11'), await after('2000-01')]).toEqual([[], []]);
  });
});
