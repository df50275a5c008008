/**
 * List prices in US dollars, us-east-1, as published in November 2026: stated assumptions, to be
 * compared with the price pages before anybody signs. Free tiers are left out, except for the users
 * of a pool. Other regions differ by some tenths, those in China by more, in yuan.
 */

const MILLION = 1_000_000;

/** Prices by the number of units: each tier ends at `upTo`. */
export interface Tier {
  readonly upTo: number;
  readonly each: number;
}

export const PRICES = {
  region: 'us-east-1',
  asOf: '2026-11',
  httpApi: {
    requests: [
      { upTo: 300 * MILLION, each: 1 / MILLION },
      { upTo: Number.POSITIVE_INFINITY, each: 0.9 / MILLION },
    ],
  },
  lambda: { request: 0.2 / MILLION, gigabyteSecond: 0.0000133334 },
  dynamodb: {
    readUnit: 0.125 / MILLION,
    writeUnit: 0.625 / MILLION,
    gigabyteMonth: 0.25,
    recoveryGigabyteMonth: 0.2,
  },
  /** A stream that a function reads costs nothing more. */
  cloudfront: { request: 1 / MILLION, gigabyte: 0.085 },
  waf: { list: 5, rule: 1, request: 0.6 / MILLION },
  kms: { key: 1, request: 0.03 / 10_000 },
  secretsManager: { secret: 0.4 },
  logs: { gigabyte: 0.5, gigabyteMonth: 0.03 },
  cloudwatch: { alarm: 0.1, dashboard: 3, metric: 0.3 },
  xray: { trace: 5 / MILLION },
  scheduler: { call: 1 / MILLION },
  /** An upload, a written object or a list; one that is read; and an event of an upload. */
  s3: { gigabyteMonth: 0.023, write: 5 / MILLION, read: 0.4 / MILLION, event: 1 / MILLION },
  /** Warm storage of DynamoDB backups. */
  backup: { gigabyteMonth: 0.1 },
  /** By monthly active users. */
  pool: {
    lite: [
      { upTo: 10_000, each: 0 },
      { upTo: 100_000, each: 0.0055 },
      { upTo: MILLION, each: 0.0046 },
      { upTo: 10 * MILLION, each: 0.00325 },
      { upTo: Number.POSITIVE_INFINITY, each: 0.0025 },
    ],
    essentials: [
      { upTo: 10_000, each: 0 },
      { upTo: Number.POSITIVE_INFINITY, each: 0.015 },
    ],
  },
} as const satisfies Record<string, unknown>;
