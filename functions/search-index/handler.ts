/**
 * The stream's second function: keeps what is searched like the ideas. A record only says which
 * idea has changed; what is written is read from the table, so a record may come twice, late or
 * after a newer one. A failing record is reported and blocks no other.
 */
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import * as z from 'zod/mini';
import {
  type IdeaId,
  type OrganizationId,
  type RoundId,
  roundOfIdea,
} from '../../shared/domain/kernel/ids.ts';
import { failureOf, type Log } from '../../shared/http/log.ts';
import type { Table } from '../../shared/store/client.ts';
import { ideaItem } from '../../shared/store/idea-item.ts';
import { ideaId, organizationId } from '../../shared/store/schema.ts';
import { entryOf, isSameEntry, searchWriter } from '../../shared/store/search-writer.ts';

export interface SearchIndexWiring {
  readonly table: Table;
  readonly log: Log;
}

/** An idea that has changed, with its record. */
interface ChangedIdea {
  readonly record: DynamoDBRecord;
  readonly organization: OrganizationId;
  readonly round: RoundId;
  readonly id: IdeaId;
}

const ofIdea = z.object({ type: z.object({ S: z.literal('idea') }) });
const idIn = ideaItem.part({ organization: organizationId, id: ideaId });
const image = z.record(
  z.string(),
  z.custom<AttributeValue>(value => typeof value === 'object' && value !== null),
);

export function searchIndexHandler({ table, log }: SearchIndexWiring) {
  const writer = searchWriter(table);

  /** Writes ideas of one round; those of them that cannot be written are returned. */
  async function write(changes: readonly ChangedIdea[]): Promise<readonly ChangedIdea[]> {
    const [first] = changes;
    if (!first) return [];
    const { organization, round } = first;
    try {
      await writer.write(
        organization,
        round,
        changes.map(({ id }) => id),
      );
      return [];
    } catch (error) {
      log.error('not written', { organization, records: changes.length, ...failureOf(error) });
      if (changes.length === 1) return changes;
      // One of them may be the cause: the others are written without it.
      const failed: ChangedIdea[] = [];
      for (const those of Map.groupBy(changes, ({ id }) => id).values())
        failed.push(...(await write(those.slice(-1))).flatMap(() => those));
      return failed;
    }
  }

  return async ({ Records }: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    const undone = new Set<DynamoDBRecord>();
    const changes: ChangedIdea[] = [];
    for (const record of Records)
      try {
        const change = changeIn(record);
        if (change) changes.push(change);
      } catch (error) {
        undone.add(record);
        log.error('unreadable record', { eventId: record.eventID, ...failureOf(error) });
      }
    const rounds = Map.groupBy(changes, ({ organization, round }) => `${organization} ${round}`);
    for (const those of rounds.values())
      for (const { record } of await write(those)) undone.add(record);
    // The stream continues from the first reported record; writing the ones after it again does no
    // harm.
    const sequence = Records.find(record => undone.has(record))?.dynamodb?.SequenceNumber;
    return { batchItemFailures: sequence === undefined ? [] : [{ itemIdentifier: sequence }] };
  };
}

/** The idea whose searched parts a record changes, if it does. Throws if it cannot be read. */
function changeIn(record: DynamoDBRecord): ChangedIdea | undefined {
  const { OldImage, NewImage } = record.dynamodb ?? {};
  if (!ofIdea.safeParse(NewImage ?? OldImage).success) return undefined;
  const [before, after] = [itemIn(OldImage), itemIn(NewImage)];
  const { organization, id } = idIn(after ?? before ?? {});
  const change = { record, organization, round: roundOfIdea(id), id };
  const searchedIn = (item: Record<string, unknown> | undefined) =>
    item && entryOf(ideaItem.read(item));
  return isSameEntry(searchedIn(before), searchedIn(after)) ? undefined : change;
}

function itemIn(
  given: Readonly<Record<string, unknown>> | undefined,
): Record<string, unknown> | undefined {
  return given && unmarshall(image.parse(given));
}
