/** Metric lines: all numbers are in each, but only the requested ones become metrics. */
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import type { OrganizationId, RoundId } from '../../shared/domain/kernel/ids.ts';
import type { Counter } from '../../shared/domain/numbers/counters.ts';
import { numbersOf } from '../../shared/domain/numbers/statistics.ts';
import { DEFAULT_TARGETS, type Targets } from '../../shared/domain/organization/organization.ts';
import { embeddedMetrics } from '../../shared/metrics/embedded.ts';
import type { Measured } from '../../shared/metrics/measured.ts';
import { METRICS } from '../../shared/metrics/names.ts';

const [organization, round] = ['huatai' as OrganizationId, '2026-10' as RoundId];

const directive = z.strictObject({
  Namespace: z.string(),
  Dimensions: z.array(z.array(z.string())),
  Metrics: z.array(z.object({ Name: z.string(), Unit: z.string() })),
});
const line = z.looseObject({
  _aws: z.optional(z.object({ Timestamp: z.number(), CloudWatchMetrics: z.array(directive) })),
});

function published(
  measured: Measured,
  watched: readonly OrganizationId[] = [],
): z.output<typeof line> {
  const lines: string[] = [];
  const isWatched = (one: OrganizationId): boolean => watched.includes(one);
  embeddedMetrics({ namespace: 'GoldenIdeas', isWatched }, text => lines.push(text))(measured);
  expect(lines).toHaveLength(1);
  return line.parse(JSON.parse(lines[0] ?? ''));
}

const total = (counts: Partial<Record<Counter, number>>, participants = 0, headcount = 0) =>
  numbersOf(new Map(Object.entries(counts) as [Counter, number][]), participants, headcount);

const running: Measured = {
  kind: 'round',
  organization,
  round,
  total: total(
    {
      submitted: 64,
      adopted: 20,
      declined: 30,
      decisionMillis: 50 * 3 * 86_400_000,
      verifiedBenefit: 605_000,
    },
    61,
    330,
  ),
};
const publication = (
  submitted: number,
  adopted: number,
  targets: Targets = DEFAULT_TARGETS,
): Measured => ({
  kind: 'publication',
  organization,
  round,
  total: total({ submitted, adopted }),
  targets,
});

describe('a round’s running numbers', () => {
  const numbers = {
    IdeasSubmitted: 64,
    IdeasAdopted: 20,
    IdeasDecided: 50,
    AdoptionRate: 31.25,
    Participation: 18.48,
    DecisionDays: 3,
    IdeasAccepted: 0,
    VerifiedBenefit: 605_000,
  };

  it('are a searchable line, and no metric', () => {
    expect(published(running)).toEqual({ kind: 'round', organization, round, ...numbers });
  });

  it('are metrics by organization and round if the organization is watched', () => {
    const { _aws, ...told } = published(running, [organization]);
    expect(told).toEqual({ kind: 'round', organization, round, ...numbers });
    expect(_aws?.CloudWatchMetrics).toEqual([
      {
        Namespace: 'GoldenIdeas',
        Dimensions: [['organization', 'round']],
        Metrics: Object.keys(numbers).map(Name => ({ Name, Unit: expect.any(String) })),
      },
    ]);
    const units = new Map(
      _aws?.CloudWatchMetrics[0]?.Metrics.map(({ Name, Unit }) => [Name, Unit]),
    );
    expect([
      units.get('IdeasSubmitted'),
      units.get('AdoptionRate'),
      units.get('DecisionDays'),
    ]).toEqual(['Count', 'Percent', 'None']);
  });

  it('omit rates without a denominator', () => {
    const told = published({ kind: 'round', organization, round, total: total({}) }, [
      organization,
    ]);
    expect(told).toMatchObject({ IdeasSubmitted: 0, IdeasAdopted: 0 });
    for (const name of ['AdoptionRate', 'Participation', 'DecisionDays'])
      expect(told).not.toHaveProperty(name);
  });
});

describe('a published round', () => {
  it('is a metric of the whole system, and names its organization and round', () => {
    const { _aws, ...told } = published(publication(64, 20));
    expect(told).toEqual({
      kind: 'publication',
      service: 'golden-ideas',
      organization,
      round,
      PublishedAdoptionRate: 31.25,
      AdoptionRateTarget: 30,
      AdoptionRateBelowTarget: 0,
      PublishedSubmissions: 64,
      SubmissionsTarget: 60,
      SubmissionsBelowTarget: 0,
    });
    expect(_aws?.CloudWatchMetrics[0]?.Dimensions).toEqual([['service']]);
  });

  it.for([
    // The target itself is reached.
    [60, 18, 0, 0],
    [60, 17, 1, 0],
    [59, 30, 0, 1],
    [10, 1, 1, 1],
    // Without ideas there is no rate to fall short.
    [0, 0, 0, 1],
  ] as const)(
    'of %d ideas with %d adopted falls short: rate %d, submissions %d',
    ([submitted, adopted, rate, ideas]) => {
      expect(published(publication(submitted, adopted))).toMatchObject({
        AdoptionRateBelowTarget: rate,
        SubmissionsBelowTarget: ideas,
      });
    },
  );

  it('is compared with its own organization’s targets, exactly', () => {
    const third = { ideas: 3, adoptionRate: { numerator: 1, denominator: 3 } };
    expect(published(publication(3, 1, third))).toMatchObject({
      AdoptionRateBelowTarget: 0,
      AdoptionRateTarget: 33.33,
    });
  });
});

it('overdue work is a metric in total, and of watched organizations', () => {
  const ofOne = { kind: 'overdue', organization, overdue: 3 } as const;
  expect(published(ofOne)).toEqual({ kind: 'overdue', organization, OverdueImplementations: 3 });
  expect(published(ofOne, [organization])._aws?.CloudWatchMetrics[0]?.Dimensions).toEqual([
    ['organization'],
  ]);
  const inAll = published({ kind: 'overdue-in-all', overdue: 7 });
  expect(inAll).toMatchObject({ OverdueImplementationsInAll: 7, service: 'golden-ideas' });
});

it('drift and steps are metrics of the whole system', () => {
  expect(published({ kind: 'audit', organization, drift: 0 })).toMatchObject({
    organization,
    AuditDrift: 0,
    service: 'golden-ideas',
  });
  expect(published({ kind: 'steps', steps: 2 })).toMatchObject({
    CycleSteps: 2,
    service: 'golden-ideas',
  });
});

it('the number of dimensions does not grow with the organizations, unless they are watched', () => {
  const all: Measured[] = [
    running,
    publication(1, 1),
    { kind: 'overdue', organization, overdue: 1 },
    { kind: 'overdue-in-all', overdue: 1 },
    { kind: 'audit', organization, drift: 1 },
    { kind: 'steps', steps: 1 },
  ];
  const dimensions = all.flatMap(
    one => published(one)._aws?.CloudWatchMetrics[0]?.Dimensions ?? [],
  );
  expect(new Set(dimensions.flat())).toEqual(new Set(['service']));
});

it('names are distinct, and valid for Prometheus and CloudWatch', () => {
  const names = METRICS.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(name).toMatch(/^([A-Z][a-z]+)+$/);
});
