/**
 * `npm run demo`: one whole round, played through the HTTP API on an in-memory system in a minute.
 * October's slips are imported, employees support some, the committee votes, the chair decides, the
 * calendar closes and publishes; and every resulting number is compared with the input. Exits with
 * 1 on any difference.
 */
import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import type { Call } from '../../shared/contract/client.ts';
import { castVote, decideIdea, getAgenda } from '../../shared/contract/routes/deliberation.ts';
import { getIdea, importIdeas, supportIdea } from '../../shared/contract/routes/ideas.ts';
import { getBulletin, getStatistics } from '../../shared/contract/routes/numbers.ts';
import { getRound } from '../../shared/contract/routes/organization.ts';
import type { Choice } from '../../shared/domain/idea/ballot.ts';
import { parseInstant } from '../../shared/domain/kernel/instant.ts';
import type { FollowUp } from '../../shared/domain/numbers/follow-up.ts';
import type { Rate } from '../../shared/domain/numbers/rate.ts';
import { METRIC } from '../../shared/metrics/names.ts';
import { OCTOBER } from '../local/sample/october.ts';
import { SAMPLE_SLIPS } from '../local/sample/organizations.ts';
import { sampleClient } from '../local/sample-client.ts';
import { secretHeaders } from '../local/secret.ts';
import { StartFailure } from '../local/start-failure.ts';
import { type System, startSystem } from '../local/system.ts';
import { followUp } from './demo-follow-up.ts';

const COMMITTEE = ['HT0011', 'HT0022', 'HT0033', 'HT0044', 'HT0055'];
const { organization, round, nextRound } = OCTOBER;
const inRound = { organization, round };

/**
 * The committee's votes on the nth idea: in turn carried, rejected, without a quorum, carried
 * narrowly.
 */
const PATTERNS: readonly (readonly (Choice | undefined)[])[] = [
  ['approve', 'approve', 'approve', 'approve', 'abstain'],
  ['oppose', 'oppose', 'oppose', 'approve', undefined],
  ['approve', undefined, undefined, undefined, undefined],
  ['approve', 'approve', 'approve', 'oppose', 'oppose'],
  ['oppose', 'abstain', 'approve', 'oppose', 'oppose'],
];

let broken = 0;

function say(step: string): void {
  console.log(`\n▸ ${step}`);
}

type Told = Pick<FollowUp, 'daysToFirstReply' | 'excellent'>;

/** The numbers that a bulletin tells in any case: rewards and opinions only if of enough ideas. */
function told<Numbers extends { readonly followUp?: Told | undefined }>({
  followUp,
  ...numbers
}: Numbers) {
  return {
    ...numbers,
    daysToFirstReply: followUp?.daysToFirstReply,
    excellent: followUp?.excellent,
  };
}

function check(what: string, found: unknown, expected: unknown): void {
  const [is, should] = [JSON.stringify(found), JSON.stringify(expected)];
  const holds = is === should;
  if (!holds) broken += 1;
  console.log(
    holds
      ? `  ✓ ${what}${is.length < 60 ? `: ${is}` : ''}`
      : `  ✗ ${what}: ${is}\n    expected ${should}`,
  );
}

function progress(done: number, all: number, what: string): void {
  if (process.stdout.isTTY)
    process.stdout.write(`\r  ${what} ${done}/${all}${done === all ? '\n' : ''}`);
  else if (done === all) console.log(`  ${what} ${all}`);
}

async function moveClock({ address, secret }: System, to: string): Promise<void> {
  const headers = secretHeaders(secret);
  const reply = await fetch(`${address}/local/clock`, { method: 'POST', body: to, headers });
  if (!reply.ok) throw new Error(await reply.text());
  console.log(`  时钟 → ${to}`);
}

async function play(system: System, metrics: readonly string[]): Promise<void> {
  const { address, settled } = system;
  const as = (account: string): Promise<Call> => sampleClient(address, account);
  const [secretary, manager, ...employees] = await Promise.all(
    ['HT0274', 'HT0290', 'HT0132', 'HT0087', 'HT0041'].map(as),
  );
  const [owner] = employees;
  const zoneManager = await as('XH0001');
  const committee = await Promise.all(COMMITTEE.map(as));
  const [chair] = committee;
  if (!secretary || !manager || !chair) throw new Error('nobody signed in');

  say('秘书导入十月的 64 张纸条 the secretary imports the slips');
  const file = new Blob([readFileSync(SAMPLE_SLIPS)]);
  const first = await secretary(importIdeas, { path: { organization }, body: file });
  check(
    'created, duplicates, rejected',
    [first.created, first.duplicates, first.rejected],
    [63, 0, 1],
  );
  const again = await secretary(importIdeas, { path: { organization }, body: file });
  check('the same file again', [again.created, again.duplicates, again.rejected], [0, 63, 1]);

  const ideas = first.rows.flatMap(({ ideaId }) => (ideaId === undefined ? [] : [ideaId]));
  const supported = ideas.slice(0, 12);
  for (const [at, idea] of supported.entries()) {
    await Promise.all(
      employees.map(employee => employee(supportIdea, { path: { organization, idea } })),
    );
    progress(at + 1, supported.length, '附议 ideas backed');
  }

  say('民主议政日 deliberation opens');
  await moveClock(system, '2026-10-15T09:00:00+08:00');
  const { state, electorate } = await chair(getRound, { path: inRound });
  check('state, electors', [state, electorate?.length], ['deliberating', COMMITTEE.length]);
  const agenda = await chair(getAgenda, { path: inRound, query: { limit: '100' } });
  check('on the agenda', agenda.items.filter(({ status }) => status === 'on-agenda').length, 63);

  say('评委表决 the committee votes');
  for (const [at, idea] of ideas.entries()) {
    await Promise.all(
      committee.map(async (voter, seat) => {
        const choice = PATTERNS[at % PATTERNS.length]?.[seat];
        if (choice) await voter(castVote, { path: { organization, idea }, body: { choice } });
      }),
    );
    progress(at + 1, ideas.length, '已表决 ballots');
  }

  say('主任委员先行决定 the chair decides some early');
  const [carried, rejected, , , postponed] = ideas;
  if (!carried || !rejected || !postponed) throw new Error('too few ideas');
  const decide = { path: { organization, idea: carried }, body: { outcome: 'adopted' as const } };
  check('adopted', (await chair(decideIdea, decide)).status, 'adopted');
  check('sent again', (await chair(decideIdea, decide)).status, 'adopted');
  const decline = { outcome: 'declined' as const, reason: '改造费用超出年度预算' };
  check(
    'declined',
    (await chair(decideIdea, { path: { organization, idea: rejected }, body: decline })).status,
    'declined',
  );
  const defer = { outcome: 'deferred' as const, reason: '请设备部先核算费用，下期再议' };
  check(
    'deferred',
    (await chair(decideIdea, { path: { organization, idea: postponed }, body: defer })).status,
    'deferred',
  );

  say('表决截止，公示 the round closes and is published');
  await moveClock(system, '2026-10-18T18:00:00+08:00');
  check('state', (await chair(getRound, { path: inRound })).state, 'decided');
  await moveClock(system, '2026-10-19T18:00:00+08:00');
  const bulletin = await manager(getBulletin, { path: inRound });
  await settled();
  const statistics = await manager(getStatistics, { path: inRound });

  const expected = tallyUp(ideas.length);
  const { total } = bulletin.statistics;
  check('submitted', total.submitted, expected.submitted);
  check('adopted', total.adopted, expected.adopted);
  check('declined', total.declined, expected.declined);
  check('carried over', total.deferred, expected.deferred);
  check('listed in the bulletin', bulletin.items.length, expected.submitted);
  check('the running numbers are the published ones', told(statistics.total), told(total));
  check(
    'by department',
    statistics.departments.map(told),
    bulletin.statistics.departments.map(told),
  );
  check('by category', statistics.categories.map(told), bulletin.statistics.categories.map(told));
  const next = await chair(getAgenda, {
    path: { organization, round: nextRound },
    query: { limit: '100' },
  });
  check('waiting for the next agenda', next.items.length, expected.deferred);

  const carriedOut = bulletin.items.find(({ status }) => status === 'adopted');
  const author =
    carriedOut && (await chair(getIdea, { path: { organization, idea: carriedOut.id } })).authorId;
  if (!carriedOut || author === undefined || !owner) throw new Error('nothing to carry out');
  await followUp(
    { secretary, manager, owner, zoneManager },
    { idea: carriedOut.id, author, submitted: expected.submitted },
    { say, check, settled },
  );

  say('指标 the metrics as published');
  const published = lastMetrics(metrics);
  check(METRIC.submitted.name, published.IdeasSubmitted, expected.submitted);
  check(METRIC.adopted.name, published.IdeasAdopted, expected.adopted);
  check(METRIC.decided.name, published.IdeasDecided, expected.adopted + expected.declined);
  check(
    METRIC.adoptionRate.name,
    published.AdoptionRate,
    Math.round((total.adoptionRate.value ?? 0) * 10_000) / 100,
  );
  console.log(`\n  ${metrics.findLast(line => line.includes(METRIC.submitted.name))}`);

  say(`${round} 期结果 the round's numbers`);
  console.log(`  采纳率 adoption rate      ${shown(total.adoptionRate)}`);
  console.log(`  采纳÷已决定 of decided    ${shown(total.adoptionRateOfDecided)}`);
  console.log(`  决定率 decision rate      ${shown(total.decisionRate)}`);
  console.log(`  参与率 participation      ${shown(total.participation)}`);
  console.log(
    `  决定用时 days to decision  mean ${total.daysToDecision.mean}, 90% within ${total.daysToDecision.percentile90}`,
  );
}

/**
 * The expected results of the patterns, with the three ideas that the chair decided early; counted
 * by hand, not by the domain.
 */
function tallyUp(ideas: number): {
  submitted: number;
  adopted: number;
  declined: number;
  deferred: number;
} {
  const every = (pattern: number): number =>
    Math.floor((ideas - pattern + PATTERNS.length - 1) / PATTERNS.length);
  const deferredByChair = 1;
  return {
    submitted: ideas,
    adopted: every(0) + every(3),
    declined: every(1) + every(4) - deferredByChair,
    deferred: every(2) + deferredByChair,
  };
}

const embedded = z.object({
  organization: z.string(),
  round: z.string(),
  IdeasSubmitted: z.number(),
  IdeasAdopted: z.number(),
  IdeasDecided: z.number(),
  AdoptionRate: z.number(),
});

/** The last log line about the round. */
function lastMetrics(lines: readonly string[]): z.output<typeof embedded> {
  const read = lines.map(line => embedded.safeParse(JSON.parse(line)));
  const last = read.flatMap(({ data }) => (data?.round === round ? [data] : [])).at(-1);
  if (!last) throw new Error('no metrics were published');
  return last;
}

function shown({ numerator, denominator, value }: Rate): string {
  return `${value === null ? '—' : `${((numerator / denominator) * 100).toFixed(1)}%`} (${numerator}/${denominator})`;
}

try {
  const begun = performance.now();
  const metrics: string[] = [];
  const at = parseInstant('2026-10-14T08:00+08:00');
  if (!at) throw new Error('not an instant');
  say('启动内存中的系统 starting an in-memory system');
  const stopping = new AbortController();
  process.once('SIGINT', () => stopping.abort());
  const system = await startSystem({
    port: 0,
    at,
    metrics: line => metrics.push(line),
    progress: part => console.log(`  ✓ ${part}`),
    signal: stopping.signal,
  });
  stopping.signal.addEventListener('abort', () => void system.stop().then(() => process.exit(130)));
  try {
    await play(system, metrics);
  } finally {
    await system.stop();
  }
  const seconds = ((performance.now() - begun) / 1000).toFixed(0);
  console.log(
    broken === 0
      ? `\n✓ 全部成立 everything holds (${seconds} s)`
      : `\n✗ ${broken} 处不符 did not hold`,
  );
  process.exit(broken === 0 ? 0 : 1);
} catch (error) {
  console.error(error instanceof StartFailure ? `\n✗ ${error.message}` : error);
  process.exit(1);
}
