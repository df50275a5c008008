/**
 * Wrong claim codes in the table, counted by member and hour. A right one writes nothing, so that
 * an unnamed author leaves no trace. A code is far too long to be guessed; the limit deters trial.
 */
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod/mini';
import type { TooManyGuesses } from '../domain/idea/claim-code.ts';
import type { MemberId, OrganizationId } from '../domain/kernel/ids.ts';
import type { Instant } from '../domain/kernel/instant.ts';
import { err, ok, type Result } from '../domain/kernel/result.ts';
import { hourOf, secondsUntil } from '../domain/organization/limits.ts';
import type { Table } from './client.ts';
import { claimAttemptsKey } from './keys.ts';
import { storedItem } from './stored-item.ts';
import { EXPIRY } from './table.ts';
import { adding } from './transaction.ts';

/** The number of wrong codes that a member may try in an hour. */
const MOST_ATTEMPTS = 10;

export const claimAttemptsItem = storedItem<{ readonly guesses: number }>()({
  type: 'guesses',
  beside: { [EXPIRY]: z.number() },
  shape: () => z.strictObject({ guesses: z.number() }),
});

export function claimAttemptRepository({ client, name }: Table) {
  return {
    /** Whether a member may still try a code in this hour. */
    async admit(
      organization: OrganizationId,
      member: MemberId,
      now: Instant,
    ): Promise<Result<undefined, TooManyGuesses>> {
      const { begins, ends } = hourOf(now);
      const { Item } = await client.send(
        new GetCommand({
          TableName: name,
          Key: claimAttemptsKey(organization, member, begins),
          ConsistentRead: true,
        }),
      );
      if (!Item || claimAttemptsItem.read(Item).guesses < MOST_ATTEMPTS) return ok(undefined);
      return err({ code: 'too-many-guesses', retryAfterSeconds: secondsUntil(now, ends) });
    },

    /**
     * Counts a wrong code, on condition that the limit is not reached. Of many concurrent attempts,
     * those beyond the limit learn only that.
     */
    async count(
      organization: OrganizationId,
      member: MemberId,
      now: Instant,
    ): Promise<Result<undefined, TooManyGuesses>> {
      const { begins, ends } = hourOf(now);
      const expiry = { [EXPIRY]: Math.ceil(Date.parse(ends) / 1000) };
      const added = adding(claimAttemptsItem, expiry, new Map([['guesses', 1]]));
      try {
        await client.send(
          new UpdateCommand({
            TableName: name,
            Key: claimAttemptsKey(organization, member, begins),
            ...added,
            ConditionExpression: `(${added.ConditionExpression}) AND (attribute_not_exists(guesses) OR guesses < :most)`,
            ExpressionAttributeValues: {
              ...added.ExpressionAttributeValues,
              ':most': MOST_ATTEMPTS,
            },
            ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
          }),
        );
        return ok(undefined);
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException) || !error.Item) throw error;
        claimAttemptsItem.read(unmarshall(error.Item));
        return err({ code: 'too-many-guesses', retryAfterSeconds: secondsUntil(now, ends) });
      }
    },
  };
}
