/**
 * Stores acts on ideas. An act is a conditional write: it names the version that was read and the
 * states from which the transition table allows the act. With further conditions, or a change of
 * two ideas, all of it is one transaction.
 */
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type TransactWriteCommandInput, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Vote } from '../domain/idea/ballot.ts';
import type { Idea } from '../domain/idea/idea.ts';
import { priorStatuses } from '../domain/idea/lifecycle.ts';
import type { IdeaId, OrganizationId, VoterPseudonym } from '../domain/kernel/ids.ts';
import type { ChangedMeanwhile, NotFound, VersionMismatch } from '../domain/kernel/refusal.ts';
import { err, ok, type RefusalIn, type Result } from '../domain/kernel/result.ts';
import type { Round } from '../domain/round/round.ts';
import type { Table } from './client.ts';
import { ideaItem, toItem } from './idea-item.ts';
import { ideaKey, roundKey, voteKey } from './keys.ts';
import { mentioning } from './mentions.ts';
import { readDecideStore, versionMismatch } from './read-decide-store.ts';
import { AGAIN } from './retry.ts';
import { writeTogether } from './transaction.ts';

/** An idea as it was read and after an act. */
export interface IdeaChange {
  readonly before: Idea;
  readonly after: Idea;
}

/** The basis of an act besides the idea itself, which must still hold when it is stored. */
export type Premise =
  /** The votes of an idea's ballot: the choice of each seat, or that none was cast. */
  | {
      readonly of: 'ballot';
      readonly idea: Idea;
      readonly pseudonyms: readonly VoterPseudonym[];
      readonly votes: readonly Vote[];
    }
  /** The state of a round, and that its bulletin is not being made. */
  | { readonly of: 'round'; readonly round: Round };

type Action = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

/** The result of an act: the idea after it, further changes, and the basis of the decision. */
export interface Plan {
  readonly after: Idea;
  readonly also?: readonly IdeaChange[];
  readonly premises?: readonly Premise[];
}

/** Why an act is not stored, besides the refusals of the rules. */
export type StoringRefusal = NotFound | VersionMismatch | ChangedMeanwhile;

type GetIdea = (organization: OrganizationId, id: IdeaId) => Promise<Idea | undefined>;

export function ideaActs(table: Table, get: GetIdea) {
  const { client, name } = table;

  async function storePlan(
    before: Idea,
    { after, also = [], premises = [] }: Plan,
  ): Promise<Result<Idea, NotFound | ChangedMeanwhile>> {
    const single = also.length === 0 && premises.length === 0;
    if (single && mentioning(table, before, after).length === 0) return save(before, after);
    const saved = await saveTogether([{ before, after }, ...also], premises);
    return saved.ok ? ok(after) : saved;
  }

  /** Stores one act with one conditional write. */
  async function save(
    before: Idea,
    after: Idea,
  ): Promise<Result<Idea, NotFound | ChangedMeanwhile>> {
    try {
      await client.send(
        new UpdateCommand({
          ...acting(name, { before, after }),
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        }),
      );
      return ok(after);
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
      return err(error.Item ? { code: 'changed-meanwhile' } : { code: 'not-found', what: 'idea' });
    }
  }

  /** Stores acts and the conditions of their basis in one transaction. */
  async function saveTogether(
    changes: readonly IdeaChange[],
    premises: readonly Premise[],
  ): Promise<Result<readonly IdeaChange[], ChangedMeanwhile>> {
    const result = await writeTogether(table, [
      ...changes.map(change => ({ Update: acting(name, change) })),
      ...changes.flatMap(({ before, after }) => mentioning(table, before, after)),
      ...premises.flatMap(premise => checksOf(name, premise)),
    ]);
    return result.done ? ok(changes) : err({ code: 'changed-meanwhile' });
  }

  /**
   * Reads an idea, asks for the result of an act, and stores it; after a concurrent change it
   * starts again. An act that changes nothing was done before, and is not stored again. With an
   * expected version, the idea must have it. An idea from a moment ago is read again only if it has
   * changed.
   */
  function actTogether<Planned extends Result<Plan, unknown>>(
    organization: OrganizationId,
    idea: IdeaId | Idea,
    expectedVersion: undefined,
    plan: (idea: Idea) => Promise<Planned>,
  ): Promise<Result<Idea, RefusalIn<Planned> | NotFound | ChangedMeanwhile>>;
  function actTogether<Planned extends Result<Plan, unknown>>(
    organization: OrganizationId,
    idea: IdeaId | Idea,
    expectedVersion: number | undefined,
    plan: (idea: Idea) => Promise<Planned>,
  ): Promise<Result<Idea, RefusalIn<Planned> | StoringRefusal>>;
  function actTogether<Refusal>(
    organization: OrganizationId,
    idea: IdeaId | Idea,
    expectedVersion: number | undefined,
    plan: (idea: Idea) => Promise<Result<Plan, Refusal>>,
  ): Promise<Result<Idea, Refusal | StoringRefusal>> {
    return readDecideStore({
      async read(attempt) {
        if (typeof idea !== 'string' && attempt === 1) return ok(idea);
        const found = await get(organization, typeof idea === 'string' ? idea : idea.id);
        return found ? ok(found) : err({ code: 'not-found', what: 'idea' });
      },
      mismatch: before => versionMismatch(expectedVersion, before),
      decide: plan,
      async store(before, plan) {
        const stored = await storePlan(before, plan);
        return stored.ok || stored.refusal.code !== 'changed-meanwhile' ? stored : AGAIN;
      },
    });
  }

  return {
    save,
    saveTogether,

    /** `actTogether` for an act that concerns the idea alone. */
    act<Refusal>(
      organization: OrganizationId,
      id: IdeaId,
      expectedVersion: number | undefined,
      decide: (idea: Idea) => Result<Idea, Refusal>,
    ): Promise<Result<Idea, Refusal | StoringRefusal>> {
      return actTogether(organization, id, expectedVersion, async idea => {
        const after = decide(idea);
        return after.ok ? ok({ after: after.value }) : after;
      });
    },

    actTogether,
  };
}

/**
 * The update of an act: the whole present content of the idea, on condition that it is still the
 * one that was read.
 */
function acting(TableName: string, { before, after }: IdeaChange) {
  const act = after.history.at(-1)?.act;
  if (act === undefined || act === 'submit' || after.version !== before.version + 1)
    throw new Error('not one act after another');
  const priors = priorStatuses(act);
  const { pk, sk, ...now } = toItem(after);
  const attributes = Object.entries(now).filter(([, value]) => value !== undefined);
  const gone = [...new Set([...Object.keys(toItem(before)), ...ideaItem.former])].filter(
    attribute => attribute !== 'pk' && attribute !== 'sk' && !(attribute in now),
  );
  const set = attributes.map(([attribute]) => `#${attribute} = :${attribute}`).join(', ');
  return {
    TableName,
    Key: ideaKey(before.organization, before.id),
    UpdateExpression: `SET ${set}${gone.length > 0 ? ` REMOVE ${gone.map(attribute => `#${attribute}`).join(', ')}` : ''}`,
    ConditionExpression: `#version = :priorVersion AND #status IN (${priors.map((_, at) => `:prior${at}`).join(', ')}) AND (${ideaItem.unlessNewer.ConditionExpression})`,
    ExpressionAttributeNames: Object.fromEntries(
      [...attributes.map(([attribute]) => attribute), ...gone].map(attribute => [
        `#${attribute}`,
        attribute,
      ]),
    ),
    ExpressionAttributeValues: {
      ...Object.fromEntries(attributes.map(([attribute, value]) => [`:${attribute}`, value])),
      ...Object.fromEntries(priors.map((status, at) => [`:prior${at}`, status])),
      ':priorVersion': before.version,
    },
  };
}

function checksOf(TableName: string, premise: Premise): Action[] {
  switch (premise.of) {
    case 'ballot': {
      const { organization, id, agendaRound } = premise.idea;
      return premise.pseudonyms.map(seat => {
        const vote = premise.votes.find(one => one.seat === seat);
        return {
          ConditionCheck: {
            TableName,
            Key: voteKey(organization, id, agendaRound, seat),
            ...(vote
              ? {
                  ConditionExpression: 'choice = :choice',
                  ExpressionAttributeValues: { ':choice': vote.choice },
                }
              : { ConditionExpression: 'attribute_not_exists(pk)' }),
          },
        };
      });
    }
    case 'round': {
      const { organization, id, state } = premise.round;
      return [
        {
          ConditionCheck: {
            TableName,
            Key: roundKey(organization, id),
            ConditionExpression:
              '#state = :state AND (attribute_not_exists(sealed) OR sealed = :open)',
            ExpressionAttributeNames: { '#state': 'state' },
            ExpressionAttributeValues: { ':state': state, ':open': false },
          },
        },
      ];
    }
  }
}
