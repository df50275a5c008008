/** The cost of a month, by service, for a number of firms; and the tables of `docs/cost.md`. */
import { PRICES, type Tier } from './prices.ts';
import { ASSUMED, FIRM, WORK } from './usage.ts';

const SIZES = [1, 147, 10_000] as const;
const GIGABYTE = 1e9;

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/** The price of a number of units, each at the price of its tier. */
export function tiered(units: number, tiers: readonly Tier[]): number {
  let [price, before] = [0, 0];
  for (const { upTo, each } of tiers) {
    price += Math.max(0, Math.min(units, upTo) - before) * each;
    before = upTo;
  }
  return price;
}

const inAll = (of: (work: (typeof WORK)[number]) => number): number =>
  sum(WORK.map(work => work.times * of(work)));

const storedGigabytes = (firms: number): number =>
  (firms * ASSUMED.storedBytesOfAMonth * ASSUMED.monthsStored) / GIGABYTE;

/** US dollars by service. */
export function month(firms: number): Readonly<Record<string, number>> {
  const { httpApi, lambda, dynamodb, cloudfront, kms, logs, cloudwatch, xray } = PRICES;
  const requests = firms * inAll(({ by }) => (by === 'request' ? 1 : 0));
  const jobs = firms * inAll(({ by }) => (by === 'job' ? 1 : 0));
  const gigabyteSeconds =
    firms * inAll(work => work.gigabyteSeconds ?? ASSUMED.gigabyteSecondsOfARequest) +
    ASSUMED.scheduledCalls * ASSUMED.gigabyteSecondsOfAMinute;
  const stored = storedGigabytes(firms);
  const logged = (requests * ASSUMED.logBytesOfARequest) / GIGABYTE;
  const visits = firms * FIRM.members * 4;
  const sent =
    (requests * ASSUMED.bytesOfAnAnswer +
      firms * FIRM.members * ASSUMED.bytesOfAFirstLoad +
      firms * ASSUMED.bytesOfViews) /
    GIGABYTE;
  const calls = requests + ASSUMED.scheduledCalls;
  const traced = Math.min(calls, ASSUMED.busySeconds);
  return {
    'HTTP API': tiered(requests, httpApi.requests),
    Lambda:
      (requests + jobs + ASSUMED.scheduledCalls) * lambda.request +
      gigabyteSeconds * lambda.gigabyteSecond,
    'DynamoDB, requests':
      firms *
      (inAll(({ readUnits }) => readUnits) * dynamodb.readUnit +
        inAll(({ writeUnits }) => writeUnits) * dynamodb.writeUnit),
    'DynamoDB, storage and recovery':
      stored * (dynamodb.gigabyteMonth + dynamodb.recoveryGigabyteMonth),
    'CloudFront and S3':
      (requests + visits * ASSUMED.pageRequestsOfAVisit) * cloudfront.request +
      sent * cloudfront.gigabyte +
      ASSUMED.siteGigabytes * PRICES.s3.gigabyteMonth,
    'S3, photos':
      firms *
      (ASSUMED.photoWrites * PRICES.s3.write +
        ASSUMED.photoReads * PRICES.s3.read +
        ASSUMED.photos * PRICES.s3.event +
        ((ASSUMED.photos * ASSUMED.monthsStored * ASSUMED.bytesOfAPhoto) / GIGABYTE) *
          PRICES.s3.gigabyteMonth),
    Logs: logged * (logs.gigabyte + ASSUMED.logMonths * logs.gigabyteMonth),
    'Alarms, metrics, dashboard':
      ASSUMED.alarms * cloudwatch.alarm +
      ASSUMED.metrics * cloudwatch.metric +
      ASSUMED.dashboards * cloudwatch.dashboard,
    Traces: (traced + (calls - traced) * ASSUMED.tracedShare) * xray.trace,
    'KMS, Secrets Manager, schedules':
      kms.key +
      firms * ASSUMED.hashesOfAFirm * kms.request +
      ASSUMED.secrets * PRICES.secretsManager.secret +
      ASSUMED.scheduledCalls * PRICES.scheduler.call,
  };
}

/** What may be added, in US dollars a month. */
export function options(firms: number): Readonly<Record<string, number>> {
  const users = firms * FIRM.members;
  const requests = firms * inAll(({ by }) => (by === 'request' ? 1 : 0));
  return {
    'a user pool on Lite': tiered(users, PRICES.pool.lite),
    'a user pool on Essentials': tiered(users, PRICES.pool.essentials),
    'WAF with two rules':
      PRICES.waf.list + ASSUMED.wafRules * PRICES.waf.rule + requests * PRICES.waf.request,
    'a nightly copy in another account':
      storedGigabytes(firms) * ASSUMED.backupsKept * PRICES.backup.gigabyteMonth,
  };
}

/** A month's price with an issuer of one's own. */
export const total = (firms: number): number => sum(Object.values(month(firms)));

/** The rows of the table: its head, a service or an option each, and totals. */
export function rows(): readonly (readonly string[])[] {
  const line = (name: string, of: (firms: number) => number): string[] => [
    name,
    ...SIZES.map(firms => dollars(of(firms))),
  ];
  const optional = (name: string) => (firms: number) => options(firms)[name] ?? 0;
  return [
    [
      'US dollars a month',
      ...SIZES.map(firms => (firms === 1 ? '1 firm' : `${firms.toLocaleString('en-US')} firms`)),
    ],
    ...Object.keys(month(1)).map(name => line(name, firms => month(firms)[name] ?? 0)),
    line('**All, with an issuer of one’s own**', total),
    ...Object.keys(options(1)).map(name => line(`+ ${name}`, optional(name))),
    line(
      '**All, with a pool on Lite**',
      firms => total(firms) + optional('a user pool on Lite')(firms),
    ),
    line(
      '**All, with a pool on Essentials**',
      firms => total(firms) + optional('a user pool on Essentials')(firms),
    ),
  ];
}

/** Whole dollars, and cents below ten. */
function dollars(price: number): string {
  return price < 10 ? `$${price.toFixed(2)}` : `$${Math.round(price).toLocaleString('en-US')}`;
}
