/** The running system's metrics: in Prometheus' format, and on a page in both languages. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { metricsPage } from '../../infra/local/admin/metrics-page.ts';
import { MetricsRegistry } from '../../infra/local/admin/metrics-registry.ts';
import { OCTOBER } from '../../infra/local/sample/october.ts';
import { sampleClient } from '../../infra/local/sample-client.ts';
import { secretHeaders } from '../../infra/local/secret.ts';
import { type System, startSystem } from '../../infra/local/system.ts';
import { submitIdea } from '../../shared/contract/routes/ideas.ts';
import type { Category } from '../../shared/domain/kernel/ids.ts';
import { parseInstant } from '../../shared/domain/kernel/instant.ts';
import { METRICS } from '../../shared/metrics/names.ts';
import { freshDatabase } from '../fresh-table.ts';

/**
 * Samples by name and labels, as `name{label="value"}`. Throws at a line that is not in the text
 * format.
 */
function samples(text: string): Map<string, number> {
  const found = new Map<string, number>();
  const typed = new Set<string>();
  for (const line of text.trimEnd().split('\n')) {
    const [, type] = /^# TYPE ([a-z_]+) (?:gauge|counter)$/.exec(line) ?? [];
    if (type !== undefined) typed.add(type);
    if (line === '' || line.startsWith('# ')) continue;
    const [, name = '', labels = '', value = ''] =
      /^([a-z_]+)(\{(?:[a-z]+="[^"\\\n]*",?)+\})? (-?\d+(?:\.\d+)?)$/.exec(line) ?? [];
    if (!typed.has(name)) throw new Error(`not a sample: ${line}`);
    found.set(name + labels, Number(value));
  }
  return found;
}

describe('lines of metrics', () => {
  const round = { kind: 'round', organization: 'huatai', round: '2026-10', IdeasSubmitted: 3 };
  const taken = async (...lines: readonly unknown[]): Promise<Map<string, number>> => {
    const gauges = new MetricsRegistry();
    for (const line of lines) gauges.take(typeof line === 'string' ? line : JSON.stringify(line));
    return samples(await gauges.text());
  };

  it('are shown by organization and round, the latest of each', async () => {
    const found = await taken(
      { ...round, AdoptionRate: 33.33 },
      { ...round, IdeasSubmitted: 4, AdoptionRate: 25 },
      { ...round, round: '2026-11', IdeasSubmitted: 1 },
    );
    expect(found.get('golden_ideas_ideas_submitted{organization="huatai",round="2026-10"}')).toBe(
      4,
    );
    expect(found.get('golden_ideas_ideas_submitted{organization="huatai",round="2026-11"}')).toBe(
      1,
    );
    expect(
      found.get('golden_ideas_adoption_rate_percent{organization="huatai",round="2026-10"}'),
    ).toBe(25);
  });

  it('remove a rate that is no longer defined', async () => {
    const found = await taken({ ...round, AdoptionRate: 33.33 }, { ...round, IdeasSubmitted: 0 });
    expect(
      [...found.keys()].filter(key => key.startsWith('golden_ideas_adoption_rate_percent{')),
    ).toEqual([]);
    expect(found.get('golden_ideas_ideas_submitted{organization="huatai",round="2026-10"}')).toBe(
      0,
    );
  });

  it('add up if they count events', async () => {
    const found = await taken({ kind: 'steps', CycleSteps: 1 }, { kind: 'steps', CycleSteps: 3 });
    expect(found.get('golden_ideas_cycle_steps_total')).toBe(4);
  });

  it('are ignored if they are invalid', async () => {
    const found = await taken('{"kind":"rou', '[]', '"kind"', {
      kind: 'another',
      IdeasSubmitted: 1,
    });
    expect([...found].filter(([key, value]) => key.includes('{') || value !== 0)).toEqual([]);
  });
});

it('the page has a column for every metric, and escapes its cells', () => {
  const values = new Map([
    ['IdeasSubmitted', 64],
    ['AdoptionRate', 31.25],
  ]);
  const told = [
    { organization: '<b>&', round: '2026-10', values },
    { organization: '<b>&', values: new Map([['OverdueImplementations', 3]]) },
  ];
  for (const language of ['zh', 'en'] as const) {
    const page = metricsPage(told, 2, language);
    for (const metric of METRICS) expect(page).toContain(metric[language]);
    expect(page).toContain('<td>31.25%</td>');
    expect(page).toContain('&lt;b>&amp;');
    expect(page).toContain(`<html lang="${language}">`);
  }
});

describe('the running system', () => {
  let system: System;
  beforeAll(async () => {
    const at = parseInstant('2026-10-14T08:00+08:00');
    if (!at) throw new Error('not an instant');
    system = await startSystem({ port: 0, at, database: freshDatabase() });
    const employee = await sampleClient(system.address, 'HT0132');
    await employee(submitIdea, {
      path: { organization: OCTOBER.organization },
      body: {
        title: '给行车加限位',
        category: '安全' as Category,
        problem: '行车会撞到头',
        proposal: '两端各装一个限位',
      },
      idempotencyKey: 'once',
    });
    await system.settled();
  });
  afterAll(() => system.stop());

  const page = (headers: HeadersInit, query = ''): Promise<Response> =>
    fetch(`${system.address}/local/metrics${query}`, { headers });

  it('shows Prometheus its numbers, and after a round the published ones', async () => {
    const scrape = async (): Promise<Map<string, number>> => {
      const reply = await fetch(`${system.address}/metrics`);
      expect(reply.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
      return samples(await reply.text());
    };
    const of = `{organization="${OCTOBER.organization}",round="${OCTOBER.round}"}`;
    const before = await scrape();
    expect(before.get(`golden_ideas_ideas_submitted${of}`)).toBe(1);
    expect(before.get(`golden_ideas_adoption_rate_percent${of}`)).toBe(0);
    expect(before.get('golden_ideas_uncounted_records')).toBe(0);
    expect(
      before.get(`golden_ideas_overdue_implementations{organization="${OCTOBER.organization}"}`),
    ).toBe(0);
    expect(before.has(`golden_ideas_submissions_below_target${of}`)).toBe(false);

    const headers = secretHeaders(system.secret);
    await fetch(`${system.address}/local/clock`, {
      method: 'POST',
      body: '2026-10-20T08:00+08:00',
      headers,
    });
    const after = await scrape();
    expect(after.get(`golden_ideas_submissions_below_target${of}`)).toBe(1);
    expect(after.get(`golden_ideas_submissions_target${of}`)).toBe(60);
    expect(after.get('golden_ideas_cycle_steps_total')).toBeGreaterThanOrEqual(8);
  });

  it('has a page with them in the reader’s language, or in a requested one', async () => {
    const chinese = await (await page({ 'accept-language': 'zh-CN' })).text();
    expect(chinese).toContain('采纳率');
    expect(chinese).toContain('huatai');
    const english = await page({ 'accept-language': 'en-GB,en;q=0.9' });
    expect(english.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await english.text()).toContain('Adoption rate');
    expect(await (await page({ 'accept-language': 'zh-CN' }, '?language=en')).text()).toContain(
      'Adoption rate',
    );
  });

  it('has nothing to replay, and says so', async () => {
    const door = `${system.address}/local/uncounted`;
    const headers = secretHeaders(system.secret);
    expect(await (await fetch(door, { headers })).json()).toEqual({ waiting: 0 });
    const replayed = await fetch(door, { method: 'POST', headers });
    expect(await replayed.json()).toEqual({ counted: 0, failed: 0, tooOld: 0 });
  });
});
