/** A zone's round as it is answered with: in pieces that a reply has room for, however many organizations there are. */
import { describe, expect, it } from 'vitest';
import { zoneView } from '../../shared/contract/zone-view.ts';
import { isOrganizationId, isRoundId, type OrganizationId } from '../../shared/domain/ids.ts';
import type { Counter } from '../../shared/domain/statistics.ts';
import type { OrganizationRound } from '../../shared/domain/zone.ts';

const [OCTOBER] = ['2026-10'].filter(isRoundId);

function told(at: number, district: string): OrganizationRound {
  const [organization] = [`firm-${at}`].filter(isOrganizationId);
  const counts = (of: Partial<Record<Counter, number>>) => new Map(Object.entries(of) as [Counter, number][]);
  return {
    organization: organization!,
    name: `河北宣化第 ${at} 矿山机械设备制造有限责任公司`,
    district,
    publicBulletin: false,
    counts: counts({ submitted: 60, adopted: 20, declined: 30, decisionMillis: 9e9, decidedByDay3: 50 }),
    participants: 40,
    headcount: 120,
    work: {
      counts: counts({ adopted: 200, accepted: 90, claimedBenefit: 700_000, verifiedBenefit: 600_000 }),
      participants: 40,
      overdue: 3,
    },
  };
}

const viewOf = (many: number, reader: { district?: string; cursor?: OrganizationId } = {}) => {
  const published = Array.from({ length: many }, (_, at) => told(at, '第一片区'));
  const view = zoneView(OCTOBER!, { published, awaited: [] }, { sees: 'all', ...reader });
  if (view.state !== 'complete') throw new Error(view.state);
  expect(Buffer.byteLength(JSON.stringify(view))).toBeLessThan(3_000_000);
  return view;
};

describe('the organizations of a zone', () => {
  it('are all listed where they are few', () => {
    const { districts, nextCursor } = viewOf(147);
    expect(districts.flatMap(({ rows = [] }) => rows)).toHaveLength(147);
    expect(nextCursor).toBeUndefined();
  });

  it('are listed a district at a time where they are many, and of a very large one in pages', () => {
    const whole = viewOf(10_000);
    expect(whole.numbers?.submitted).toBe(600_000);
    expect(whole.districts.every(({ rows }) => rows === undefined)).toBe(true);
    const listed: string[] = [];
    for (let cursor: OrganizationId | undefined | 'first' = 'first'; cursor !== undefined; ) {
      const page: ReturnType<typeof viewOf> = viewOf(10_000, {
        district: '第一片区',
        ...(cursor !== 'first' && { cursor }),
      });
      listed.push(...page.districts.flatMap(({ rows = [] }) => rows.map(({ organization }) => organization)));
      cursor = page.nextCursor;
    }
    expect(listed).toHaveLength(10_000);
    expect(new Set(listed).size).toBe(10_000);
  });
});

it('names only so many of those that are yet to publish', () => {
  const published = Array.from({ length: 900 }, (_, at) => told(at, '第一片区'));
  const [shown, awaited] = [published.slice(0, 100), published.slice(100)];
  const places = awaited.map(({ organization, name, district }) => ({ organization, name, district }));
  const view = zoneView(OCTOBER!, { published: shown, awaited: places }, { sees: 'all' });
  expect(view).toMatchObject({ state: 'awaited', organizations: 900, published: 100 });
  expect(view.state === 'awaited' && view.awaited).toHaveLength(100);
});
