/** The gateway's limits: every route has that of its class, on AWS and locally. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { throttlesOf } from '../../infra/aws/throttles.ts';
import { routeThrottle } from '../../infra/local/route-throttle.ts';
import { routeKey } from '../../shared/contract/route.ts';
import { exportIdeas } from '../../shared/contract/routes/export.ts';
import { importIdeas } from '../../shared/contract/routes/ideas.ts';
import { ROUTES } from '../../shared/contract/routes/table.ts';
import { requestClassOf, USUAL_THROTTLES } from '../../shared/contract/throttles.ts';
import { ROOT, stack } from './template.ts';

describe('the stage', () => {
  const [stage] = stack.ofType('AWS::ApiGatewayV2::Stage').values();

  it('limits every route of the contract, and no other', () => {
    expect(stage!.Properties.RouteSettings).toEqual(
      Object.fromEntries(
        ROUTES.map(route => {
          const { rate, burst } = USUAL_THROTTLES[requestClassOf(route)];
          return [routeKey(route), { ThrottlingRateLimit: rate, ThrottlingBurstLimit: burst }];
        }),
      ),
    );
  });

  it('is made after its routes, because it refuses limits for missing ones', () => {
    const routes = [...stack.ofType('AWS::ApiGatewayV2::Route').keys()];
    expect(routes).toHaveLength(ROUTES.length);
    expect(stage!.DependsOn).toEqual(expect.arrayContaining(routes));
  });
});

describe('classes', () => {
  const classOf = (id: string) => requestClassOf(ROUTES.find(one => one.id === id)!);

  it('follow from the route', () => {
    expect(requestClassOf(importIdeas)).toBe('files');
    expect(requestClassOf(exportIdeas)).toBe('files');
    expect(['getPublicBulletin', 'listIdeas', 'castVote'].map(classOf)).toEqual([
      'public',
      'reads',
      'writes',
    ]);
  });

  it('of files and of strangers are the tightest', () => {
    const { files, public: strangers, reads, writes } = USUAL_THROTTLES;
    expect(Math.max(files.rate, strangers.rate)).toBeLessThan(Math.min(reads.rate, writes.rate));
  });
});

it('each class is in docs/operations.md', () => {
  const page = readFileSync(`${ROOT}docs/operations.md`, 'utf8').replaceAll(/\s+/g, ' ');
  const classes = Object.entries(USUAL_THROTTLES);
  expect(classes.filter(([name, { rate }]) => !page.includes(`\`${name}\` ${rate}`))).toEqual([]);
});

it.for(['reads', 'reads=0', 'reads=10001', 'postman=5', 'constructor=5', 'reads=5;writes=5'])(
  'the setting %s is refused with a sentence',
  asked => {
    expect(() => throttlesOf(asked)).toThrow(/^throttles: /);
  },
);

it('a setting changes its classes and leaves the others', () => {
  expect(throttlesOf('reads=2000')).toEqual({
    ...USUAL_THROTTLES,
    reads: { rate: 2000, burst: 4000 },
  });
});

it('the local gateway admits a burst, then the rate, of each route by itself', () => {
  let now = 0;
  const admits = routeThrottle({ ...USUAL_THROTTLES, files: { rate: 2, burst: 3 } }, () => now);
  const many = (times: number) =>
    Array.from({ length: times }, () => admits(importIdeas)).filter(Boolean).length;
  expect(many(10)).toBe(3);
  expect(admits(exportIdeas)).toBe(true);
  now = 1_000;
  expect(many(10)).toBe(2);
  now = 100_000;
  expect(many(10)).toBe(3);
});
