/**
 * A month under the secret rule runs twice, the second time with the votes of two voters exchanged.
 * Everything that others can read meanwhile and afterwards, every log line, every metric and every
 * stored item are the same both times, except for the votes themselves: so nothing reveals who
 * voted what.
 */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Route } from '../../../shared/contract/route.ts';
import { putProfile } from '../../../shared/contract/routes/administration.ts';
import {
  castVote,
  decideIdea,
  getAgenda,
  reopenIdea,
} from '../../../shared/contract/routes/deliberation.ts';
import { submitIdea, supportIdea } from '../../../shared/contract/routes/ideas.ts';
import { deactivateMember } from '../../../shared/contract/routes/members.ts';
import { exportSeries, getSeries } from '../../../shared/contract/routes/numbers.ts';
import { getOpenApi } from '../../../shared/contract/routes/organization.ts';
import { showPhoto, startPhotoUpload } from '../../../shared/contract/routes/photos.ts';
import { searchIdeas } from '../../../shared/contract/routes/search.ts';
import { ROUTES } from '../../../shared/contract/routes/table.ts';
import { openUnnamedIdea } from '../../../shared/contract/routes/unnamed.ts';
import { getZoneSeries } from '../../../shared/contract/routes/zone.ts';
import { CHOICES } from '../../../shared/domain/idea/ballot.ts';
import { isZoneId, type ZoneId } from '../../../shared/domain/kernel/ids.ts';
import type { Role } from '../../../shared/domain/organization/organization.ts';
import { unpacked } from '../../../shared/store/search-items.ts';
import { zonePeopleRepository } from '../../../shared/store/zone-people.ts';
import { placementOf, zoneRepository } from '../../../shared/store/zones.ts';
import { freshTable } from '../../fresh-table.ts';
import { member, NOVEMBER, newMember, OCTOBER, subject } from '../../store/sample-facts.ts';
import { everything } from '../../store/watched-table.ts';
import { streamOf } from '../months.ts';
import { AT, apiOf, calendarOf, foundFirm, SetClock, SLIP, type Told } from '../small-firm.ts';
import { histories, within } from './histories.ts';

/** The two whose votes are exchanged. */
const PAIR = ['C2', 'C3'] as const;
/**
 * The readers, one of each kind, with the roles that give access; one of the two themselves is
 * among them.
 */
const READERS: Readonly<Record<string, readonly Role[]>> = {
  E1: [],
  S1: ['secretary'],
  C1: ['committee', 'chair'],
  C2: ['committee'],
  C4: ['committee'],
  M1: ['manager'],
  A1: ['administrator'],
};
/**
 * All readable answers except those that are the same for every system, and pictures, which are as
 * they were uploaded; and among them those about ballots.
 */
const EVERYTHING = ROUTES.filter(
  route => route.method === 'GET' && route !== getOpenApi && route !== showPhoto,
);
const MONTHS = { from: OCTOBER, to: NOVEMBER };
/** The queries that routes need. */
const QUERIES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  [getSeries.id]: MONTHS,
  [exportSeries.id]: MONTHS,
  [getZoneSeries.id]: MONTHS,
  [searchIdeas.id]: { q: '条' },
};
const BALLOTS = EVERYTHING.filter(route => route === getAgenda || route.path.includes('{idea}'));
/** Decisions that a chair may request in vain, and those that may be made. */
const ASKING = [
  ...['adopted', 'declined', 'deferred'].map(outcome => ({ outcome })),
  ...['adopted', 'declined'].map(outcome => ({ outcome, reason: '试探', reply: '试探' })),
  { outcome: 'adopted', reason: ' ' },
  { outcome: 'as-balloted', reason: ' ' },
  { outcome: 'elsewise' },
];
const DECIDING = [
  { outcome: 'as-balloted' },
  { outcome: 'as-balloted', reason: '按表决结果' },
  { outcome: 'deferred', reason: '再议' },
];
const ZONE = zoneOf('xuanhua');

const vote = fc.record(
  {
    choice: fc.constantFrom(...CHOICES),
    comment: fc.constantFrom('值得一试', '投入太大', '先试一台'),
  },
  { requiredKeys: ['choice'] },
);
const ballot = fc.record({
  /** The votes of the two, and their votes after the decision has been reopened. */
  pair: fc.tuple(vote, vote),
  again: fc.tuple(vote, vote),
  /** The votes of others before and after them. */
  before: fc.option(vote),
  after: fc.option(vote),
  /** Whether the chair tries to decide before the ballot closes, and then reopens it. */
  decided: fc.boolean(),
  reopened: fc.boolean(),
});
type Ballot = typeof ballot extends fc.Arbitrary<infer Value> ? Value : never;
type Cast = Ballot['pair'][number];

/** The final votes of the two. */
const last = ({ pair, again, decided, reopened }: Ballot): Ballot['pair'] =>
  decided && reopened ? again : pair;

const month = fc
  .record({ ballots: fc.array(ballot, { minLength: 3, maxLength: 3 }), leaves: fc.boolean() })
  .filter(({ ballots }) => ballots.map(last).some(([one, other]) => one.choice !== other.choice));
type Month = typeof month extends fc.Arbitrary<infer Value> ? Value : never;

const exchanged = ({ ballots, leaves }: Month): Month => ({
  ballots: ballots.map(({ pair: [a, b], again: [c, d], ...rest }) => ({
    ...rest,
    pair: [b, a],
    again: [d, c],
  })),
  leaves,
});

interface Answered {
  readonly as: string;
  readonly route: string;
  readonly about: unknown;
  readonly status: number;
  readonly said: unknown;
}

/** Everything that a stranger to the votes can learn of a month, and the votes. */
async function livedThrough({ ballots, leaves }: Month) {
  const table = await freshTable();
  const clock = new SetClock(AT.collecting);
  const organization = await foundFirm(table, {
    ballot: 'secret',
    zone: ZONE,
    district: '第一片区',
    more: ['C4', 'C5']
      .map(id => newMember(id, ['committee']))
      .concat(newMember('A1', ['administrator'])),
  });
  await zoneRepository(table).expect(placementOf(organization)!, OCTOBER);
  await zonePeopleRepository(table).put({
    zone: ZONE,
    id: member('Z1'),
    subject: subject('sub-Z1'),
    roles: ['zone-manager'],
    districts: [],
  });
  const told: unknown[] = [];
  const line = (
    message: string,
    { requestId: _, milliseconds: __, ...fields }: Readonly<Record<string, unknown>>,
  ) => void told.push({ message, ...fields });
  const all: Told = {
    log: { info: line, warn: line, error: line },
    emit: measured => void told.push(measured),
  };
  const call = apiOf(table, clock, undefined, all.log);
  const cycle = calendarOf(table, clock, all);
  const stream = streamOf(table, all);
  const answers: Answered[] = [];
  const ideas: string[] = [];
  let code = '';
  let photo = '';

  /** An act on an idea or a member; its author reads the answer. */
  async function act(as: string, route: Route, on: string, body?: object): Promise<void> {
    const { status, text } = await call(route, {
      as,
      path: { idea: on, member: on },
      ...(body && { body }),
    });
    answers.push({ as, route: route.id, about: on, status, said: readable(text, as) });
  }
  async function cast(as: string, on: number, given: Cast | null): Promise<void> {
    if (given) await act(as, castVote, ideas[on]!, given);
  }
  /**
   * The chair sends requests that are refused whatever the votes are, with and without words, and
   * for more ideas than one can take.
   */
  async function ask(on: number): Promise<void> {
    for (const body of ASKING) await act('C1', decideIdea, ideas[on]!, body);
  }
  async function until(now: string): Promise<void> {
    clock.set(now);
    await cycle();
  }
  /** Everybody reads everything, once all is counted. */
  async function lookAround(when: string, routes: readonly Route[]): Promise<void> {
    await stream.settle();
    for (const route of routes)
      for (const path of pathsOf(route, ideas, photo))
        for (const as of readersOf(route)) {
          const query = QUERIES[route.id] ?? {};
          const { status, text } = await call(route, { as, path, query });
          answers.push({
            as,
            route: route.id,
            about: [when, path],
            status,
            said: readable(text, as),
          });
        }
    const { status, text } = await call(openUnnamedIdea, { as: 'E1', body: { code } });
    answers.push({
      as: 'E1',
      route: openUnnamedIdea.id,
      about: when,
      status,
      said: readable(text, 'E1'),
    });
  }

  try {
    await call(putProfile, { as: 'A1', body: { name: '华泰矿冶', publicBulletin: true } });
    const started = await call<{ photo: string }>(startPhotoUpload, {
      as: 'E1',
      headers: { 'idempotency-key': 'a-key-of-a-photo' },
      body: { contentType: 'image/jpeg', bytes: 90_000 },
    });
    photo = started.body.photo;
    for (const [number] of ballots.entries()) {
      const body = { ...SLIP, title: `第 ${number} 条`, ...(number === 0 && { unnamed: true }) };
      const headers = { 'idempotency-key': `a-key-that-nobody-guesses-${number}` };
      const handedIn = await call<{ id: string; claimCode?: string }>(submitIdea, {
        as: 'E1',
        headers,
        body,
      });
      ideas.push(handedIn.body.id);
      code ||= handedIn.body.claimCode ?? '';
      await act('E2', supportIdea, handedIn.body.id);
    }
    await until(AT.opens);
    for (const on of ideas.keys()) await ask(on);
    for (const [on, { before, pair }] of ballots.entries()) {
      await cast('C4', on, before);
      await cast(PAIR[0], on, pair[0]);
    }
    for (const on of ideas.keys()) await ask(on);
    await lookAround('one of the two has voted', EVERYTHING);
    for (const [on, { pair, after }] of ballots.entries()) {
      await cast(PAIR[1], on, pair[1]);
      await cast('C1', on, after);
    }
    for (const on of ideas.keys()) await ask(on);
    for (const [on, { decided, reopened, again }] of ballots.entries()) {
      if (!decided) continue;
      for (const body of DECIDING) await act('C1', decideIdea, ideas[on]!, body);
      if (!reopened) continue;
      await act('C1', reopenIdea, ideas[on]!, { reason: '票数有误' });
      for (const seat of [0, 1] as const) await cast(PAIR[seat], on, again[seat]);
    }
    if (leaves) await act('A1', deactivateMember, PAIR[1]);
    await lookAround('some are decided', BALLOTS);
    await until(AT.closes);
    await until(AT.publishes);
    await lookAround('all is over', EVERYTHING);
    const items = await everything(table);
    return {
      answers,
      told,
      items: items.filter(({ type }) => type !== 'vote' && type !== 'writings').map(inTheEnd),
      votes: items.filter(({ type }) => type === 'vote'),
    };
  } finally {
    await stream.stop();
  }
}

function zoneOf(text: string): ZoneId {
  if (!isZoneId(text)) throw new Error(text);
  return text;
}

/** The addresses of a route, with all ids of the month. */
function pathsOf(
  { path }: Route,
  ideas: readonly string[],
  photo: string,
): Readonly<Record<string, string>>[] {
  if (path.includes('{idea}')) return ideas.map(idea => ({ idea }));
  if (path.includes('{photo}')) return [{ photo }];
  if (path.includes('{zone}')) return [{ zone: ZONE, round: OCTOBER }];
  if (path.includes('{round}')) return [{ round: OCTOBER }];
  return path.includes('{member}') ? PAIR.map(one => ({ member: one })) : [{}];
}

function readersOf({ access }: Route): readonly string[] {
  switch (access.who) {
    case 'members':
      return Object.keys(READERS).filter(id =>
        ['employee', ...READERS[id]!].some(role => access.roles.includes(role as Role)),
      );
    case 'zone-members':
      return ['Z1'];
    case 'signed-in':
    case 'anybody':
      return ['E1'];
  }
}

/** An answer without the request's number; and for the two, without their own votes. */
function readable(text: string, as: string): unknown {
  if (!text.startsWith('{')) return text;
  const own: readonly string[] = PAIR.some(one => one === as)
    ? ['myVote', 'myComment', 'choice', 'comment']
    : [];
  return JSON.parse(text, (key, value: unknown) =>
    key === 'requestId' || own.includes(key) ? undefined : value,
  );
}

/**
 * An item without what depends on the time of reading the stream: the numbers of counted records,
 * and a choice that was counted before it was changed, of which a 0 remains in the tally. The
 * versions of a directory and of what is searched are random.
 */
function inTheEnd(item: Readonly<Record<string, unknown>>): unknown {
  if (String(item.pk).startsWith('SEEN#')) return 'a marker';
  if (item.type === 'directory') return 'a directory';
  if (item.type === 'search-version') return 'a version';
  if (item.type === 'search-segment')
    return unpacked(item.entries as Uint8Array)
      .map(entry => JSON.stringify(entry))
      .toSorted();
  return item.type === 'tally'
    ? Object.fromEntries(Object.entries(item).filter(([, value]) => value !== 0))
    : item;
}

it(
  'two who exchange their secret votes change nothing that anybody else can read',
  within(120_000),
  async () => {
    await fc.assert(
      fc.asyncProperty(month, async given => {
        const [one, other] = await Promise.all([
          livedThrough(given),
          livedThrough(exchanged(given)),
        ]);
        expect(other.answers).toEqual(one.answers);
        const read = new Set(
          one.answers.flatMap(({ route, status }) => (status === 200 ? [route] : [])),
        );
        for (const route of EVERYTHING) expect(read).toContain(route.id);
        expect(other.told).toEqual(one.told);
        const sorted = (items: readonly unknown[]): string[] =>
          items.map(item => JSON.stringify(item)).toSorted();
        expect(sorted(other.items)).toEqual(sorted(one.items));
        // Only the votes differ, and only in their voters.
        expect(sorted(other.votes)).not.toEqual(sorted(one.votes));
        const seats = ({ pk, sk, seat }: Readonly<Record<string, unknown>>): unknown => [
          pk,
          sk,
          seat,
        ];
        const said = ({ sk: _, seat: __, ...vote }: Readonly<Record<string, unknown>>): unknown =>
          vote;
        for (const part of [seats, said])
          expect(sorted(other.votes.map(part))).toEqual(sorted(one.votes.map(part)));
      }),
      // Shrinking would take until the timeout, and the difference would not be told.
      { ...histories(1), endOnFailure: true },
    );
  },
);
