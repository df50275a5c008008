/**
 * The counts of what members write, for the limits: one item for each member, round and kind
 * (ideas, unnamed ideas, comments). It has marks of its requests, so that a repeated one is counted
 * once and never refused.
 *
 * Its key, its hours and its requests are keyed hashes. A copy of the table reveals neither the
 * member, nor the time, nor the ideas; and the item expires with the round and not with the hour.
 * Only the number remains visible.
 */
import { createHmac } from 'node:crypto';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod/mini';
import { base32 } from '../domain/kernel/base-32.ts';
import type { MemberId, OrganizationId, RoundId } from '../domain/kernel/ids.ts';
import type { Instant } from '../domain/kernel/instant.ts';
import { err, ok, type Result } from '../domain/kernel/result.ts';
import type { TooMuchWritten } from '../domain/organization/limits.ts';
import { type Counted, hourOf, secondsUntil } from '../domain/organization/limits.ts';
import type { Table } from './client.ts';
import { hashOfParts, type KeyedHash } from './keyed-hash.ts';
import { quotaKey } from './keys.ts';
import { AGAIN, retry } from './retry.ts';
import { andUnlessNewer, storedItem } from './stored-item.ts';
import { EXPIRY } from './table.ts';

/**
 * The lengths of a pseudonym, which is unique, and of the marks within one item: 130 and 30 bits.
 */
const LENGTH = 26;
const MARK_LENGTH = 6;
/**
 * A count stays until a whole day after the round takes nothing any more, so its second reveals
 * nothing.
 */
const DAY_SECONDS = 86_400;

interface Writings {
  /** The count of each hour. */
  readonly hours: Readonly<Record<string, number>>;
  /** A mark of each request. */
  readonly requests: readonly string[];
}

export const quotaItem = storedItem<Writings>()({
  type: 'writings',
  beside: { [EXPIRY]: z.number() },
  shape: () =>
    z.strictObject({ hours: z.record(z.string(), z.number()), requests: z.array(z.string()) }),
});

/** A text that a member is about to write. */
export interface QuotaUse {
  readonly organization: OrganizationId;
  readonly round: RoundId;
  /** The time from which the round takes nothing any more. */
  readonly roundEnds: Instant;
  readonly member: MemberId;
  readonly counted: Counted;
  /** The identity of a repeated request. */
  readonly request: string;
  readonly now: Instant;
  readonly anHour: number;
  readonly aRound: number;
}

export function quotaRepository({ client, name }: Table, hash: KeyedHash) {
  const keys = new Map<string, Promise<Uint8Array>>();

  /** The key of a round's pseudonyms. It is requested once a round. */
  function keyOf(organization: OrganizationId, round: RoundId): Promise<Uint8Array> {
    const known = keys.get(`${organization} ${round}`);
    if (known) return known;
    const key = hashOfParts(hash, ['writings', organization, round]);
    keys.set(`${organization} ${round}`, key);
    // The next caller requests it again.
    key.catch(() => keys.delete(`${organization} ${round}`));
    return key;
  }

  return {
    /**
     * Counts a text that a member is about to write, on condition of the limit: one conditional
     * write (for the first of a round, two).
     */
    async admit(writing: QuotaUse): Promise<Result<undefined, TooMuchWritten>> {
      const { organization, round, roundEnds, member, counted, request, now, anHour, aRound } =
        writing;
      const secret = await keyOf(organization, round);
      const mark = (length: number, ...parts: string[]): string =>
        base32(createHmac('sha256', secret).update(JSON.stringify(parts)).digest()).slice(
          0,
          length,
        );
      const Key = quotaKey(organization, mark(LENGTH, counted, member));
      const thisRequest = mark(MARK_LENGTH, 'request', counted, member, request);
      const { begins, ends } = hourOf(now);
      const hour = mark(MARK_LENGTH, 'hour', counted, member, begins);

      const admitted = await retry(
        async (): Promise<Result<undefined, TooMuchWritten> | typeof AGAIN> => {
          try {
            await client.send(
              new UpdateCommand({
                TableName: name,
                Key,
                UpdateExpression:
                  'SET hours.#hour = if_not_exists(hours.#hour, :zero) + :one, requests = list_append(requests, :these)',
                ...andUnlessNewer(quotaItem, {
                  ConditionExpression:
                    'attribute_exists(pk) AND NOT contains(requests, :this) AND size(requests) < :aRound AND (attribute_not_exists(hours.#hour) OR hours.#hour < :anHour)',
                  ExpressionAttributeNames: { '#hour': hour },
                  ExpressionAttributeValues: {
                    ':zero': 0,
                    ':one': 1,
                    ':this': thisRequest,
                    ':these': [thisRequest],
                    ':aRound': aRound,
                    ':anHour': anHour,
                  },
                }),
                ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
              }),
            );
            return ok(undefined);
          } catch (error) {
            if (!(error instanceof ConditionalCheckFailedException)) throw error;
            if (error.Item) {
              const { hours, requests } = quotaItem.read(unmarshall(error.Item));
              if (requests.includes(thisRequest)) return ok(undefined);
              const what = counted === 'unnamed-ideas' ? 'ideas' : counted;
              if (requests.length >= aRound)
                return tooMuch(what, 'round', aRound, secondsUntil(now, roundEnds));
              if ((hours[hour] ?? 0) >= anHour)
                return tooMuch(what, 'hour', anHour, secondsUntil(now, ends));
              return AGAIN;
            }
            const expires =
              (Math.ceil(Date.parse(roundEnds) / 1000 / DAY_SECONDS) + 1) * DAY_SECONDS;
            const first = { hours: { [hour]: 1 }, requests: [thisRequest] };
            return (await isFirst(quotaItem.write(Key, first, { [EXPIRY]: expires })))
              ? ok(undefined)
              : AGAIN;
          }
        },
      );
      if (admitted === AGAIN) throw new Error('what a member writes kept changing underneath');
      return admitted;
    },
  };

  async function isFirst(Item: Record<string, unknown>): Promise<boolean> {
    try {
      await client.send(
        new PutCommand({ TableName: name, Item, ConditionExpression: 'attribute_not_exists(pk)' }),
      );
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  }
}

function tooMuch(
  of: TooMuchWritten['of'],
  within: 'hour' | 'round',
  most: number,
  retryAfterSeconds: number,
) {
  return err({ code: 'too-much-written', of, within, most, retryAfterSeconds });
}
