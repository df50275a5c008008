/**
 * The answer with a zone's round: in pieces that fit a reply, however many organizations there are.
 */
import { describe, expect, it } from 'vitest';
import { zoneView } from '../../shared/contract/zone-view.ts';
import type { OrganizationId } from '../../shared/domain/kernel/ids.ts';
import type { OrganizationRound } from '../../shared/domain/numbers/roll-up.ts';
import { OCTOBER, organization } from '../store/sample-facts.ts';
import { told } from '../store/zone-facts.ts';

/** With the longest possible names. */
const published = (many: number): OrganizationRound[] =>
  Array.from({ length: many }, (_, at) =>
    told(organization(`firm-${at}`), '第一片区', `河北宣化第 ${at} 矿山机械设备制造有限责任公司`),
  );

const viewOf = (many: number, reader: { district?: string; cursor?: OrganizationId } = {}) => {
  const view = zoneView(
    OCTOBER,
    { published: published(many), awaited: [] },
    { sees: 'all', ...reader },
  );
  if (view.state !== 'complete') throw new Error(view.state);
  expect(Buffer.byteLength(JSON.stringify(view))).toBeLessThan(3_000_000);
  return view;
};

describe('the organizations of a zone', () => {
  it('are all listed if they are few', () => {
    const { districts, nextCursor } = viewOf(147);
    expect(districts.flatMap(({ rows = [] }) => rows)).toHaveLength(147);
    expect(nextCursor).toBeUndefined();
  });

  it('are listed by district if they are many, and those of a very large one in pages', () => {
    const whole = viewOf(10_000);
    expect(whole.numbers?.submitted).toBe(600_000);
    expect(whole.districts.every(({ rows }) => rows === undefined)).toBe(true);
    const listed: string[] = [];
    for (let cursor: OrganizationId | undefined | 'first' = 'first'; cursor !== undefined; ) {
      const page: ReturnType<typeof viewOf> = viewOf(10_000, {
        district: '第一片区',
        ...(cursor !== 'first' && { cursor }),
      });
      listed.push(
        ...page.districts.flatMap(({ rows = [] }) => rows.map(({ organization }) => organization)),
      );
      cursor = page.nextCursor;
    }
    expect(listed).toHaveLength(10_000);
    expect(new Set(listed).size).toBe(10_000);
  });
});

it('lists only a limited number of organizations that have not published', () => {
  const all = published(900);
  const [shown, awaited] = [all.slice(0, 100), all.slice(100)];
  const places = awaited.map(({ organization, name, district }) => ({
    organization,
    name,
    district,
  }));
  const view = zoneView(OCTOBER, { published: shown, awaited: places }, { sees: 'all' });
  expect(view).toMatchObject({ state: 'awaited', organizations: 900, published: 100 });
  expect(view.state === 'awaited' && view.awaited).toHaveLength(100);
});
