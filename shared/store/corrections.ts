/**
 * Looking at running numbers, authors' counts among them, and putting them right. What is missing from a number is added, so a
 * correction and the stream's own additions do not get in each other's way; how many ideas an author has is set, on condition
 * that it is still what was read.
 */
import * as z from 'zod/mini';
import type { Authorship, Drift } from '../domain/drift.ts';
import { isDepartment, isMemberId, type OrganizationId, type RoundId } from '../domain/ids.ts';
import { type Scope, scopeKey } from '../domain/statistics.ts';
import type { Table } from './client.ts';
import { PARTICIPANT_PREFIX, roundPartition } from './keys.ts';
import { participantKey } from './projections.ts';
import { queryAll, startingWith } from './reading.ts';
import { statisticsKey } from './statistics.ts';
import { type Action, writeTogether } from './transaction.ts';

const authorshipItem = z.object({ sk: z.string(), ideas: z.number() });

/** DynamoDB's limit on one transaction. */
const ACTIONS = 100;

export function correctionRepository(table: Table) {
  return {
    /** How many ideas each author has in each scope of a round, as the stream has counted. */
    async authorships(organization: OrganizationId, round: RoundId): Promise<Authorship[]> {
      const found: Authorship[] = [];
      const query = startingWith(roundPartition(organization, round), PARTICIPANT_PREFIX);
      for await (const item of queryAll(table, query)) found.push(readAuthorship(item));
      return found;
    },

    /**
     * Adds what is missing, all of it together where it fits one transaction. Says whether that could be done: not where an author's
     * count has changed meanwhile; what is still wrong then is found by the next look.
     */
    async add(organization: OrganizationId, round: RoundId, drift: readonly Drift[]): Promise<boolean> {
      // Authors first: as long as theirs are wrong, so is what the stream makes of them.
      const actions = [
        ...authorCorrections(table, organization, round, drift),
        ...scopeCorrections(table, organization, round, drift),
      ];
      for (let start = 0; start < actions.length; start += ACTIONS)
        if (!(await writeTogether(table, actions.slice(start, start + ACTIONS))).done) return false;
      return true;
    },
  };
}

function authorCorrections(
  { name }: Table,
  organization: OrganizationId,
  round: RoundId,
  drift: readonly Drift[],
): Action[] {
  return drift.flatMap(({ number, is, missing }) =>
    number.of === 'author'
      ? [
          {
            Put: {
              TableName: name,
              Item: {
                ...participantKey(organization, round, number.scope, number.author),
                type: 'participant',
                ideas: is + missing,
              },
              ConditionExpression: is === 0 ? 'attribute_not_exists(pk) OR ideas = :is' : 'ideas = :is',
              ExpressionAttributeValues: { ':is': is },
            },
          },
        ]
      : [],
  );
}

/** An update for each scope, with all that is missing there. */
function scopeCorrections(
  { name }: Table,
  organization: OrganizationId,
  round: RoundId,
  drift: readonly Drift[],
): Action[] {
  const scopes = new Map<string, { scope: Scope; missing: [counter: string, missing: number][] }>();
  for (const { number, missing } of drift) {
    if (number.of !== 'scope') continue;
    const known = scopes.get(scopeKey(number.scope)) ?? { scope: number.scope, missing: [] };
    known.missing.push([number.counter, missing]);
    scopes.set(scopeKey(number.scope), known);
  }
  return [...scopes.values()].map(({ scope, missing }) => ({
    Update: {
      TableName: name,
      Key: statisticsKey(organization, round, scope),
      UpdateExpression: `ADD ${missing.map((_, at) => `#c${at} :c${at}`).join(', ')} SET #type = :type, #scope = :scope`,
      ExpressionAttributeNames: {
        '#type': 'type',
        '#scope': 'scope',
        ...Object.fromEntries(missing.map(([counter], at) => [`#c${at}`, counter])),
      },
      ExpressionAttributeValues: {
        ':type': 'statistics',
        ':scope': scope,
        ...Object.fromEntries(missing.map(([, amount], at) => [`:c${at}`, amount])),
      },
    },
  }));
}

function readAuthorship(item: unknown): Authorship {
  const { sk, ideas } = authorshipItem.parse(item);
  const [, department, author = ''] = /^PARTICIPANT#(?:TOTAL|DEPARTMENT#(.+))#([^#]+)$/.exec(sk) ?? [];
  if (!isMemberId(author)) throw new Error('an author’s count that is nobody’s');
  if (department === undefined) return { scope: { by: 'organization' }, author, ideas };
  if (!isDepartment(department)) throw new Error('an author’s count in no department');
  return { scope: { by: 'department', name: department }, author, ideas };
}
