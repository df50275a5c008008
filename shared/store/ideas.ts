/**
 * Ideas in the table. An idea is one item with its history, and one act is one conditional write: it names the version that
 * was read and the states from which the transition table allows the act.
 */
import { createHash } from 'node:crypto';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import {
  GetCommand,
  PutCommand,
  QueryCommand,
  type QueryCommandOutput,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod/mini';
import type { Vote } from '../domain/ballot.ts';
import type { Idea } from '../domain/idea.ts';
import {
  type Category,
  type Department,
  type IdeaId,
  ideaIdOf,
  type MemberId,
  type OrganizationId,
  type RoundId,
} from '../domain/ids.ts';
import { type IdeaPosition, positionOf, readPosition } from '../domain/position.ts';
import { accepted, type Outcome, refused } from '../domain/refusal.ts';
import { type IdeaAct, type IdeaStatus, priorStatuses } from '../domain/transitions.ts';
import type { Table } from './client.ts';
import { IDEA_PREFIX, ideaKey, roundPartition, voteKey } from './keys.ts';
import { getAll, type Item, type Page, queryAll, startingWith } from './reading.ts';
import { ideaId, ideaItem, instant } from './schema.ts';
import { INDEXES, type IndexDefinition } from './table.ts';
import { writeTogether } from './transaction.ts';

export interface IdeaFilter {
  readonly status?: IdeaStatus;
  readonly category?: Category;
  readonly department?: Department;
}

export interface PageRequest {
  readonly cursor?: IdeaPosition;
  readonly limit?: number;
}

export type Created =
  | { readonly created: true }
  | { readonly created: false; readonly existing: Idea; readonly sameRequest: boolean };

export type IdeaRepository = ReturnType<typeof ideaRepository>;

const DEFAULT_LIMIT = 50;
/** A page with several filters looks at no more items than this; it may then be short, with a cursor to go on from. */
const MOST_READ = 400;

const fingerprinted = z.object({ fingerprint: z.string() });
const positionIn = z.object({ submittedAt: instant, id: ideaId });

export function ideaRepository(table: Table) {
  const { client, name } = table;

  async function page(
    index: IndexDefinition,
    organization: OrganizationId,
    rest: Readonly<Record<string, string>>,
    { cursor, limit = DEFAULT_LIMIT }: PageRequest,
    filter: Readonly<Record<string, string>> = {},
  ): Promise<Page<Idea, IdeaPosition>> {
    const partition = { organization, ...rest };
    const equal = (attributes: object): string =>
      Object.keys(attributes)
        .map(attribute => `#${attribute} = :${attribute}`)
        .join(' AND ');
    const filtered = Object.keys(filter).length > 0;
    const named = Object.entries({ ...partition, ...filter });
    const found: Idea[] = [];
    let last: Item | undefined = cursor && startAt(cursor, organization, partition);
    let read = 0;
    do {
      const reply: QueryCommandOutput = await client.send(
        new QueryCommand({
          TableName: name,
          IndexName: index.name,
          KeyConditionExpression: equal(partition),
          ...(filtered && { FilterExpression: equal(filter) }),
          ExpressionAttributeNames: Object.fromEntries(
            named.map(([attribute]) => [`#${attribute}`, attribute]),
          ),
          ExpressionAttributeValues: Object.fromEntries(
            named.map(([attribute, value]) => [`:${attribute}`, value]),
          ),
          ScanIndexForward: false,
          // One more than asked for tells whether the list goes on.
          Limit: limit + 1,
          ...(last && { ExclusiveStartKey: last }),
        }),
      );
      found.push(...(reply.Items ?? []).map(item => ideaItem.parse(item)));
      read += reply.ScannedCount ?? 0;
      last = reply.LastEvaluatedKey;
    } while (last && found.length <= limit && read < MOST_READ);
    const items = found.slice(0, limit);
    const end = found.length > limit ? items.at(-1) : last && positionIn.parse(last);
    return { items, ...(end && { nextCursor: positionOf(end) }) };
  }

  return {
    /** The idea, as of now; undefined if there is none. */
    async get(organization: OrganizationId, id: IdeaId): Promise<Idea | undefined> {
      const { Item } = await client.send(
        new GetCommand({ TableName: name, Key: ideaKey(organization, id), ConsistentRead: true }),
      );
      return Item && ideaItem.parse(Item);
    },

    /**
     * Stores a new idea with a single conditional put. Where its id is taken, or one of the `others` under which the same
     * request may have stored it in an earlier round, answers with the idea that is there.
     */
    async create(idea: Idea, others: readonly IdeaId[], fingerprint: string): Promise<Created> {
      const keys = others.map(id => ideaKey(idea.organization, id));
      const [earlier] = await getAll(table, keys);
      if (earlier) return existing(earlier, fingerprint);
      try {
        await client.send(
          new PutCommand({
            TableName: name,
            Item: { ...toItem(idea), fingerprint },
            ConditionExpression: 'attribute_not_exists(pk)',
            ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
          }),
        );
        return { created: true };
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException) || !error.Item) throw error;
        return existing(unmarshall(error.Item), fingerprint);
      }
    },

    /** Stores an act on an idea: one conditional write. Refuses `not-found`, `changed-meanwhile`. */
    async save(act: IdeaAct, before: Idea, after: Idea): Promise<Outcome<Idea>> {
      try {
        await client.send(new UpdateCommand(acting(act, before, after)));
        return accepted(after);
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
        return refused(error.Item ? { code: 'changed-meanwhile' } : { code: 'not-found', what: 'idea' });
      }
    },

    /**
     * Stores a decision together with the condition that the votes it was made on are still the votes: each elector's
     * choice, or that they have cast none. A vote that came between makes it `changed-meanwhile`.
     */
    async saveDecision(
      act: IdeaAct,
      before: Idea,
      after: Idea,
      electorate: readonly MemberId[],
      votes: readonly Vote[],
    ): Promise<Outcome<Idea>> {
      const unchanged = electorate.map(elector => {
        const vote = votes.find(({ voter }) => voter === elector);
        return {
          ConditionCheck: {
            TableName: name,
            Key: voteKey(before.organization, before.id, before.agendaRound, elector),
            ...(vote
              ? {
                  ConditionExpression: 'choice = :choice',
                  ExpressionAttributeValues: { ':choice': vote.choice },
                }
              : { ConditionExpression: 'attribute_not_exists(pk)' }),
          },
        };
      });
      const result = await writeTogether(table, [{ Update: acting(act, before, after) }, ...unchanged]);
      return result.done ? accepted(after) : refused({ code: 'changed-meanwhile' });
    },

    /** A round's ideas, newest first. */
    byRound(
      organization: OrganizationId,
      round: RoundId,
      { status, category, department }: IdeaFilter,
      request: PageRequest,
    ): Promise<Page<Idea, IdeaPosition>> {
      if (status !== undefined)
        return page(
          INDEXES.ideasByStatus,
          organization,
          { round, status },
          request,
          given({ category, department }),
        );
      if (category !== undefined)
        return page(
          INDEXES.ideasByCategory,
          organization,
          { round, category },
          request,
          given({ department }),
        );
      if (department !== undefined)
        return page(INDEXES.ideasByDepartment, organization, { round, department }, request);
      return page(INDEXES.ideasByRound, organization, { round }, request);
    },

    /** A member's named ideas of all rounds, newest first. */
    byAuthor(
      organization: OrganizationId,
      authorId: MemberId,
      request: PageRequest,
    ): Promise<Page<Idea, IdeaPosition>> {
      return page(INDEXES.ideasByAuthor, organization, { authorId }, request);
    },

    /** The ideas of a round's agenda, decided ones included, newest first. */
    byAgenda(
      organization: OrganizationId,
      agendaRound: RoundId,
      request: PageRequest,
    ): Promise<Page<Idea, IdeaPosition>> {
      return page(INDEXES.ideasByAgenda, organization, { agendaRound }, request);
    },

    /** Every idea of a round's agenda, as the index has it; who acts on one reads it again. */
    async *wholeAgenda(
      organization: OrganizationId,
      agendaRound: RoundId,
    ): AsyncGenerator<Idea, void, undefined> {
      const items = queryAll(table, {
        IndexName: INDEXES.ideasByAgenda.name,
        KeyConditionExpression: 'organization = :organization AND agendaRound = :agendaRound',
        ExpressionAttributeValues: { ':organization': organization, ':agendaRound': agendaRound },
      });
      for await (const item of items) yield ideaItem.parse(item);
    },

    /** Every idea handed in for a round, read consistently: the facts that its numbers are folded from. */
    async *wholeRound(organization: OrganizationId, round: RoundId): AsyncGenerator<Idea, void, undefined> {
      const items = queryAll(table, {
        ...startingWith(roundPartition(organization, round), IDEA_PREFIX),
        ConsistentRead: true,
      });
      for await (const item of items) yield ideaItem.parse(item);
    },
  };

  /** The update that brings an act about: everything the idea now says, on condition that it still is what was read. */
  function acting(act: IdeaAct, before: Idea, after: Idea) {
    const priors = priorStatuses(act);
    const attributes = Object.entries(after).filter(([, value]) => value !== undefined);
    const gone = Object.keys(before).filter(attribute => !(attribute in after));
    const set = attributes.map(([attribute]) => `#${attribute} = :${attribute}`).join(', ');
    return {
      TableName: name,
      Key: ideaKey(before.organization, before.id),
      UpdateExpression: `SET ${set}${gone.length > 0 ? ` REMOVE ${gone.map(attribute => `#${attribute}`).join(', ')}` : ''}`,
      ConditionExpression: `#version = :priorVersion AND #status IN (${priors.map((_, at) => `:prior${at}`).join(', ')})`,
      ExpressionAttributeNames: Object.fromEntries(
        [...Object.keys(after), ...gone].map(attribute => [`#${attribute}`, attribute]),
      ),
      ExpressionAttributeValues: {
        ...Object.fromEntries(attributes.map(([attribute, value]) => [`:${attribute}`, value])),
        ...Object.fromEntries(priors.map((status, at) => [`:prior${at}`, status])),
        ':priorVersion': before.version,
      },
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const,
    };
  }
}

/**
 * Derives an idea's id from what makes the request one and the same (who, which key; or what stands on the slip), so that a
 * repeated request meets the idea it made before. The parts are hashed and cannot be read back.
 */
export function ideaIdFor(round: RoundId, sameness: readonly string[]): IdeaId {
  const digest = createHash('sha256').update(JSON.stringify(sameness)).digest();
  return ideaIdOf(round, Array.from(digest.subarray(0, 26), byte => BASE_32.charAt(byte % 32)).join(''));
}

/** Crockford's alphabet: no i, l, o, u, so an id can be read out over a telephone. */
const BASE_32 = '0123456789abcdefghjkmnpqrstvwxyz';

function toItem(idea: Idea): Item {
  return { ...ideaKey(idea.organization, idea.id), type: 'idea', ...idea };
}

function existing(item: Item, fingerprint: string): Extract<Created, { created: false }> {
  return {
    created: false,
    existing: ideaItem.parse(item),
    sameRequest: fingerprinted.parse(item).fingerprint === fingerprint,
  };
}

/** Where to go on in an index. The keys are made from the query itself; a cursor only says which idea came last. */
function startAt(
  cursor: IdeaPosition,
  organization: OrganizationId,
  partition: Readonly<Record<string, string>>,
): Item {
  const { submittedAt, id } = readPosition(cursor);
  return { ...ideaKey(organization, id), ...partition, submittedAt, id };
}

function given(filter: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(filter).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
}
