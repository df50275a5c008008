/** One organization's share of an environment: refused above it, while others are there. */
import { describe, expect, it } from 'vitest';
import { api } from '../../shared/http/api.ts';
import { fairShare } from '../../shared/http/fair-share.ts';
import { gatewayEvent } from '../sample/gateway-event.ts';

function environment(share = 0.5) {
  let time = 0;
  const shares = fairShare(share, () => time);
  return {
    shares,
    pass: (milliseconds: number) => {
      time += milliseconds;
    },
    /** Serves an organization as long as it may be, in requests of a second; returns the seconds. */
    flood(organization: string, seconds: number) {
      let served = 0;
      for (let second = 0; second < seconds; second += 1) {
        time += 1_000;
        if (shares.secondsToWait(organization) !== undefined) continue;
        shares.charge(organization, 1_000);
        served += 1;
      }
      return served;
    },
  };
}

describe('an organization', () => {
  it('that is alone is never refused, however much it asks', () => {
    expect(environment().flood('huatai', 600)).toBe(600);
  });

  it('that floods is held to its share in the long run, while another is there', () => {
    const { shares, flood } = environment(0.5);
    let served = 0;
    for (let minute = 0; minute < 20; minute += 1) {
      shares.charge('zhongcheng', 20);
      served += flood('huatai', 50);
    }
    expect(served / 1_000).toBeGreaterThan(0.45);
    expect(served / 1_000).toBeLessThan(0.55);
  });

  it('may have a rush of half a minute at once', () => {
    const { shares, flood } = environment(0.5);
    shares.charge('zhongcheng', 20);
    expect(flood('huatai', 25)).toBe(25);
  });

  it('that was alone before is not held to what it took then', () => {
    const { shares, flood } = environment(0.5);
    flood('huatai', 3_600);
    shares.charge('zhongcheng', 20);
    expect(shares.secondsToWait('huatai')).toBeLessThanOrEqual(2);
  });

  it('never pays for another', () => {
    const { shares, flood } = environment(0.2);
    shares.charge('zhongcheng', 20);
    flood('huatai', 55);
    expect(shares.secondsToWait('huatai')).toBeGreaterThan(0);
    expect(shares.secondsToWait('zhongcheng')).toBeUndefined();
    expect(shares.secondsToWait('newcomer')).toBeUndefined();
  });

  it('is answered again after the seconds it was told', () => {
    const { shares, flood, pass } = environment(0.2);
    shares.charge('zhongcheng', 20);
    flood('huatai', 55);
    pass((shares.secondsToWait('huatai') ?? 0) * 1_000 + 1);
    shares.charge('zhongcheng', 20);
    expect(shares.secondsToWait('huatai')).toBeUndefined();
  });
});

describe('the API', () => {
  const asking = (shares: Parameters<typeof api>[1]['shares']) => {
    const silent = { info: () => {}, warn: () => {}, error: () => {} };
    const handler = api([], { log: silent, ...(shares && { shares }) });
    const event = gatewayEvent({
      routeKey: 'GET /api/organizations/{organization}/ideas',
      path: { organization: 'huatai' },
    });
    return handler(event, {} as Parameters<typeof handler>[1]);
  };

  it('refuses above the share, and says when to come again', async () => {
    const { statusCode, headers, body } = await asking({
      secondsToWait: () => 3,
      charge: () => {},
    });
    expect([statusCode, headers?.['retry-after']]).toEqual([429, '3']);
    expect(JSON.parse(body ?? '')).toMatchObject({ code: 'too-many-requests' });
  });

  it('charges nobody for a name that does not exist', async () => {
    const charged: string[] = [];
    const { statusCode } = await asking({
      secondsToWait: () => undefined,
      charge: organization => void charged.push(organization),
    });
    expect([statusCode, charged]).toEqual([404, []]);
  });
});

it('a share of 1 refuses nobody', () => {
  const { shares, flood } = environment(1);
  shares.charge('zhongcheng', 20);
  expect(flood('huatai', 50)).toBe(50);
});

it('only so many are remembered, the latest of them', () => {
  const { shares } = environment(0.5);
  for (let at = 0; at < 5_000; at += 1) shares.charge(`firm-${at}`, 60_000);
  expect(shares.secondsToWait('firm-0')).toBeUndefined();
  expect(shares.secondsToWait('firm-4999')).toBeGreaterThan(0);
});
