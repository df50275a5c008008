/**
 * Wrong claim codes in the table, counted by member and hour. Of a right one nothing is written, so that an unnamed author leaves no
 * trace. A code is far too long to be guessed; this keeps anybody from trying.
 */
import { GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { MemberId, OrganizationId } from '../domain/ids.ts';
import { type Instant, instantOf, millisBetween } from '../domain/instant.ts';
import { accepted, type Outcome, refused } from '../domain/refusal.ts';
import type { Table } from './client.ts';
import { guessesKey } from './keys.ts';
import { storedItem } from './stored-item.ts';
import { EXPIRY } from './table.ts';
import { adding, unlessNewer } from './transaction.ts';

/** How many wrong codes a member may try in an hour. */
const MOST_GUESSES = 10;
const HOUR_MS = 3_600_000;

export const guessesItem = storedItem<{ readonly guesses: number }>()({
  type: 'guesses',
  beside: { [EXPIRY]: z.number() },
  shape: z.strictObject({ guesses: z.number() }),
});

export function guessRepository({ client, name }: Table) {
  return {
    /** Whether a member may still try a code in this hour. Refuses `too-many-guesses`. */
    async admit(organization: OrganizationId, member: MemberId, now: Instant): Promise<Outcome<undefined>> {
      const { begins, ends } = hourOf(now);
      const { Item } = await client.send(
        new GetCommand({
          TableName: name,
          Key: guessesKey(organization, member, begins),
          ConsistentRead: true,
        }),
      );
      if (!Item || guessesItem.read(Item).guesses < MOST_GUESSES) return accepted(undefined);
      const retryAfterSeconds = Math.ceil(millisBetween(now, ends) / 1000);
      return refused({ code: 'too-many-guesses', retryAfterSeconds });
    },

    /** Counts a wrong code. */
    async count(organization: OrganizationId, member: MemberId, now: Instant): Promise<void> {
      const { begins, ends } = hourOf(now);
      await unlessNewer(
        guessesItem,
        client.send(
          new UpdateCommand({
            TableName: name,
            Key: guessesKey(organization, member, begins),
            ...adding(
              guessesItem,
              { [EXPIRY]: Math.ceil(Date.parse(ends) / 1000) },
              new Map([['guesses', 1]]),
            ),
          }),
        ),
      );
    },
  };
}

/** When an instant's hour begins and ends. */
function hourOf(now: Instant): { readonly begins: Instant; readonly ends: Instant } {
  const begins = Math.floor(Date.parse(now) / HOUR_MS) * HOUR_MS;
  return { begins: instantOf(begins), ends: instantOf(begins + HOUR_MS) };
}
