/**
 * From a stream record to what it means: the item before and after, read as what they are, and the effects that follow.
 * Records of other items, the projections' own among them, mean nothing.
 */
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord, StreamRecord } from 'aws-lambda';
import * as z from 'zod/mini';
import { isOnAgenda } from '../../shared/domain/idea/agenda.ts';
import type { IdeaId, OrganizationId, RoundId } from '../../shared/domain/kernel/ids.ts';
import { delta, partsOf } from '../../shared/domain/numbers/statistics.ts';
import { ideaItem } from '../../shared/store/idea-item.ts';
import { barrierEventId } from '../../shared/store/keys.ts';
import type { Change, Effect } from '../../shared/store/projections.ts';
import { ideaId, memberItem, organizationId, voteItem } from '../../shared/store/schema.ts';
import { barrierItem } from '../../shared/store/stream-barrier.ts';
import { supportItem } from '../../shared/store/supports.ts';

/** The stream keeps records for a day and the failure queue for two weeks; markers outlive both. */
const REMEMBERED_DAYS = 16;
const SECONDS_PER_DAY = 24 * 60 * 60;

/**
 * So many authors' counts are changed at once: each is a write and may change a number of a scope of its own, and a transaction has a
 * hundred. An idea that many others were merged into has more.
 */
const AUTHORS_AT_ONCE = 40;

/** An item of a kind that is counted; whatever else an image holds is looked at only then. */
const counted = z.object({ type: z.object({ S: z.enum(['idea', 'vote', 'support', 'member', 'probe']) }) });
const ofIdea = { organization: organizationId, ideaId };
const voteOf = voteItem.part(ofIdea);
const supportOf = supportItem.part(ofIdea);

type Item = Record<string, unknown> | undefined;

/** A merger that was made or undone: the supports of `source` are to follow. */
export interface MergerChange extends Pick<Change, 'eventId' | 'forgetAt'> {
  readonly organization: OrganizationId;
  readonly source: IdeaId;
  readonly target: IdeaId;
}

/** An idea that has come onto an agenda, or waits to. */
export interface Arrival {
  readonly organization: OrganizationId;
  readonly round: RoundId;
  readonly id: IdeaId;
}

/** The agenda that an idea has come onto by a record, if it has. Throws where an item is not what it should be. */
export function arrivalOf(record: DynamoDBRecord): Arrival | undefined {
  const kind = counted.safeParse(record.dynamodb?.NewImage);
  if (!kind.success || kind.data.type.S !== 'idea') return undefined;
  const [before, after] = [read(record.dynamodb?.OldImage), read(record.dynamodb?.NewImage)];
  const [old, now] = [before && ideaItem.read(before), after && ideaItem.read(after)];
  if (!now || !isOnAgenda(now)) return undefined;
  if (old && isOnAgenda(old) && old.agendaRound === now.agendaRound) return undefined;
  return { organization: now.organization, round: now.agendaRound, id: now.id };
}

/** The merger a record tells of, if it does. Throws where an item is not what it should be. */
export function mergerOf(record: DynamoDBRecord): MergerChange | undefined {
  const kind = counted.safeParse(record.dynamodb?.NewImage);
  if (!kind.success || kind.data.type.S !== 'idea') return undefined;
  const [before, after] = [read(record.dynamodb?.OldImage), read(record.dynamodb?.NewImage)];
  const [old, now] = [before && ideaItem.read(before), after && ideaItem.read(after)];
  const [from, into] = [
    old?.status === 'merged' ? old.into : undefined,
    now?.status === 'merged' ? now.into : undefined,
  ];
  const target = into ?? from;
  if (!now || target === undefined || from === into) return undefined;
  return { ...markerOf(record), organization: now.organization, source: now.id, target };
}

/**
 * Reads a record: the change that it is, in the parts in which it is counted, each with a marker of its own; none where it means
 * nothing. A probe is a change without effects, to be marked and no more. Throws where an item of a known type is not what it should be.
 */
export function changesOf(record: DynamoDBRecord): Change[] {
  const { eventId, forgetAt } = markerOf(record);
  const probe = probeOf(record.dynamodb ?? {});
  if (probe !== undefined) return [{ eventId: barrierEventId(probe), forgetAt, effects: [] }];
  const effects = effectsOf(record.dynamodb ?? {});
  const [only] = effects;
  if (only === undefined) return [];
  if (only.kind !== 'numbers') return [{ eventId, forgetAt, effects }];
  return partsOf(only.delta, AUTHORS_AT_ONCE).map((delta, at) => ({
    eventId: at === 0 ? eventId : `${eventId}#${at + 1}`,
    forgetAt,
    effects: [{ ...only, delta }],
  }));
}

/** What marks a record as done, and until when. */
function markerOf({ eventID, dynamodb }: DynamoDBRecord): Pick<Change, 'eventId' | 'forgetAt'> {
  if (eventID === undefined || dynamodb?.ApproximateCreationDateTime === undefined)
    throw new TypeError('a record without id or time');
  return { eventId: eventID, forgetAt: forgottenAfter(dynamodb.ApproximateCreationDateTime) };
}

/** A marker goes at the end of a day: it is not to tell at which second somebody voted in secret or handed in unnamed. */
function forgottenAfter(seconds: number): number {
  return (Math.ceil(seconds / SECONDS_PER_DAY) + REMEMBERED_DAYS) * SECONDS_PER_DAY;
}

function probeOf({ NewImage }: StreamRecord): string | undefined {
  const kind = counted.safeParse(NewImage);
  return kind.success && kind.data.type.S === 'probe' ? readProbe(NewImage) : undefined;
}

function effectsOf({ OldImage, NewImage }: StreamRecord): Effect[] {
  const kind = counted.safeParse(NewImage ?? OldImage);
  if (!kind.success) return [];
  const [before, after] = [read(OldImage), read(NewImage)];
  switch (kind.data.type.S) {
    case 'idea': {
      const [old, now] = [before && ideaItem.read(before), after && ideaItem.read(after)];
      const idea = now ?? old;
      if (!idea) return [];
      const { organization, round } = idea;
      const gained = delta(old, now);
      return gained.size === 0 ? [] : [{ kind: 'numbers', organization, round, delta: gained }];
    }
    case 'vote':
      return [...vote(before, -1), ...vote(after, 1)];
    case 'support':
      return [...support(before, -1), ...support(after, 1)];
    case 'member':
      return [...headcount(before, -1), ...headcount(after, 1)];
    case 'probe':
      return [];
  }
}

function vote(item: Item, change: number): Effect[] {
  if (!item) return [];
  const { choice, round } = voteItem.read(item);
  return [{ kind: 'tally', ...voteOf(item), round, choice, change }];
}

function support(item: Item, change: number): Effect[] {
  return item ? [{ kind: 'supports', ...supportOf(item), change }] : [];
}

function headcount(item: Item, change: number): Effect[] {
  if (!item) return [];
  const { organization, department, active } = memberItem.read(item);
  return active ? [{ kind: 'headcount', organization, department, change }] : [];
}

function readProbe(image: StreamRecord['NewImage']): string | undefined {
  const item = read(image);
  return item && barrierItem.read(item).probe;
}

/** The stream's images and the SDK's differ in their types only: binary values, which no item of ours has. */
function read(image: Readonly<Record<string, unknown>> | undefined): Item {
  return image && unmarshall(imageSchema.parse(image));
}

const imageSchema = z.record(
  z.string(),
  z.custom<AttributeValue>(value => typeof value === 'object' && value !== null),
);
