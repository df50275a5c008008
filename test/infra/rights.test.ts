/** The partitions that IAM lets each function write are those that the store writes. */
import { expect, it } from 'vitest';
import * as z from 'zod/mini';
import { PARTITIONS, RIGHTS, type Rights } from '../../infra/aws/rights.ts';
import {
  type CommentId,
  type IdeaId,
  type MemberId,
  type OrganizationId,
  type PhotoId,
  type RoundId,
  type Subject,
  voterPseudonymOf,
  type ZoneId,
} from '../../shared/domain/kernel/ids.ts';
import { instantOf } from '../../shared/domain/kernel/instant.ts';
import type { AuditCursor } from '../../shared/domain/organization/audit.ts';
import * as keys from '../../shared/store/keys.ts';
import { memberItem, organizationItem, roundItem, voteItem } from '../../shared/store/schema.ts';
import type { StoredItem } from '../../shared/store/stored-item.ts';
import { INDEXES } from '../../shared/store/table.ts';
import { type Asked, permits } from '../functions/rights.ts';
import { isAllowed, tableStatements } from './iam.ts';
import { FUNCTIONS } from './template.ts';

const organization = 'huatai' as OrganizationId;
const round = '2026-11' as RoundId;
const idea = '2026-11-0123456789abcdefghjkmnpqrs' as IdeaId;
const member = 'HT0132' as MemberId;

const KEYS = {
  idea: keys.ideaKey(organization, idea),
  agenda: keys.agendaKey(organization, round),
  skipped: keys.skippedKey(organization, idea),
  vote: keys.voteKey(organization, idea, round, voterPseudonymOf(member)),
  support: keys.supportKey(organization, idea, member),
  comment: keys.commentKey(organization, idea, '0'.repeat(26) as CommentId),
  commentRequest: keys.commentRequestKey(organization, idea, 'hash'),
  profile: keys.profileKey(organization),
  member: keys.memberKey(organization, member),
  subject: keys.subjectKey(organization, 'HT0132' as Subject),
  roll: keys.membershipTotalsKey(organization),
  audit: keys.auditKey(organization, '2026-10-08T02:00:00.000Z#SETTINGS#2' as AuditCursor),
  round: keys.roundKey(organization, round),
  participant: keys.participantKey(organization, round, { by: 'organization' }, member),
  bulletin: keys.bulletinKey(organization, round),
  tally: keys.tallyKey(organization, idea, round),
  supports: keys.supportCountKey({ organization, id: idea, firstSubmittedAt: instantOf(0) }),
  searchSegment: keys.searchSegmentKey(organization, round, '0', 0),
  searchVersion: keys.searchVersionKey(organization, round),
  statistics: keys.statisticsKey(organization, round, { by: 'organization' }),
  headcount: keys.headcountKey(organization),
  guesses: keys.claimAttemptsKey(organization, member, instantOf(0)),
  mention: keys.mentionKey(
    { organization, submittedAt: instantOf(0), id: idea },
    member,
    'co-author',
  ),
  photo: keys.photoKey(organization, '0123456789abcdefghjkmnpqrs' as PhotoId),
  writings: keys.quotaKey(organization, 'pseudonym'),
  probe: keys.barrierKey(keys.organizationPartition(organization)),
  seen: keys.seenKey('1'),
  zoneMember: keys.zoneMemberKey('xuanhua' as ZoneId, member),
  zoneNumbers: keys.zoneRoundKey('xuanhua' as ZoneId, organization, round),
};
type Kind = keyof typeof KEYS;

/** The kinds of items whose partitions a function's right reaches. */
function reached(partitions: readonly string[]): Kind[] {
  const patterns = partitions.map(pattern => new RegExp(`^${pattern.replaceAll('*', '.*')}$`));
  return (Object.keys(KEYS) as Kind[]).filter(kind =>
    patterns.some(pattern => pattern.test(KEYS[kind].pk)),
  );
}

/** The attributes that carry an item's own information. */
function saidIn({ shape }: StoredItem<unknown>): string[] {
  const {
    properties,
    anyOf = [{ properties }],
    oneOf = anyOf,
  } = z.toJSONSchema(shape, {
    unrepresentable: 'any',
  });
  const said = oneOf.flatMap(({ properties = {} }) => Object.keys(properties));
  expect(said.length).toBeGreaterThan(0);
  return said;
}

const READS = ['GetItem', 'BatchGetItem', 'Query', 'Scan'];
const WRITES = ['PutItem', 'UpdateItem', 'DeleteItem', 'ConditionCheckItem'];

/** Requests of every kind: each action on each partition and index, of some attributes or all. */
function everyRequest(): Asked[] {
  const attributes = [
    ...Object.values<Rights>(RIGHTS).flatMap(({ narrowUpdates, narrowQueries }) => [
      ...(narrowUpdates ? [narrowUpdates.attributes] : []),
      ...(narrowQueries ? [narrowQueries.attributes] : []),
    ]),
    ['pk', 'sk', 'name'],
  ];
  const partitions = [...new Set(Object.values(KEYS).map(({ pk }) => pk))];
  return [
    ...READS.flatMap(action => partitions.map(from => ({ action, from }))),
    ...Object.values(INDEXES).flatMap(({ name: index }) => [
      { action: 'Query', index },
      { action: 'Scan', index },
      ...attributes.map(some => ({ action: 'Query', index, attributes: some })),
    ]),
    ...WRITES.flatMap(action =>
      partitions.flatMap(pk => attributes.map(some => ({ action, pk, attributes: some }))),
    ),
  ];
}

it('each function of the template has a row of rights, and each row a function', () => {
  expect(Object.keys(RIGHTS).toSorted()).toEqual(Object.values(FUNCTIONS).toSorted());
});

it.for(Object.entries(FUNCTIONS).map(([prefix, name]) => ({ prefix, name })))(
  'the template allows $name what the tests of functions allow, and nothing else',
  ({ prefix, name }) => {
    const statements = tableStatements(`${prefix}Role`);
    const requests = everyRequest();
    const allowed = (one: Asked): boolean => {
      const leading = one.pk ?? one.from;
      return isAllowed(statements, {
        action: `dynamodb:${one.action}`,
        resource: `DataTable.Arn${one.index === undefined ? '' : `/index/${one.index}`}`,
        keys: {
          ...(leading !== undefined && { 'dynamodb:LeadingKeys': [String(leading)] }),
          ...(one.attributes && { 'dynamodb:Attributes': one.attributes }),
          ...(one.index !== undefined &&
            one.attributes && { 'dynamodb:Select': ['SPECIFIC_ATTRIBUTES'] }),
        },
      });
    };
    expect(requests.filter(allowed)).toEqual(requests.filter(one => permits(RIGHTS[name], one)));
    expect(requests.filter(allowed).length).toBeGreaterThan(1);
  },
);

it('the requests reach every statement about the table', () => {
  const requests = everyRequest();
  for (const [name, rights] of Object.entries<Rights>(RIGHTS))
    for (const action of [...rights.reads, ...Object.keys(rights.writes)])
      expect(
        requests.some(one => one.action === action && permits(rights, one)),
        `${name} ${action}`,
      ).toBe(true);
});

const BELOW_ROUND: Kind[] = ['idea', 'agenda', 'participant', 'tally', 'supports'];
const BELOW_IDEA: Kind[] = ['vote', 'support', 'comment', 'commentRequest'];

it('patterns distinguish partitions', () => {
  expect(reached([PARTITIONS.ofRound])).toEqual(BELOW_ROUND);
  expect(reached([PARTITIONS.ofIdea])).toEqual(BELOW_IDEA);
  expect(reached([PARTITIONS.ofGuesses])).toEqual(['guesses']);
  expect(reached([PARTITIONS.ofSearch])).toEqual(['searchSegment', 'searchVersion']);
  expect(reached([PARTITIONS.seen])).toEqual(['seen']);
  expect(reached([PARTITIONS.ofOrganization])).toEqual(
    Object.keys(KEYS).filter(kind => kind !== 'seen' && !kind.startsWith('zone')),
  );
  expect(reached([PARTITIONS.ofZone])).toEqual(['zoneMember', 'zoneNumbers']);
  expect(reached([PARTITIONS.ofZoneNumbers])).toEqual(['zoneNumbers']);
});

it.for([
  ['employee', 'PutItem', ['idea', 'support', 'comment', 'commentRequest']],
  ['employee', 'UpdateItem', ['idea', 'guesses']],
  ['employee', 'DeleteItem', ['support']],
  ['employee', 'ConditionCheckItem', ['vote', 'round']],
  ['committee', 'PutItem', ['idea', 'vote', 'agenda']],
  ['committee', 'UpdateItem', ['idea', 'agenda']],
  ['committee', 'ConditionCheckItem', ['idea', 'vote', 'round']],
  ['manager', 'UpdateItem', ['idea']],
  ['administrator', 'PutItem', ['profile', 'member', 'subject', 'roll', 'round', 'audit']],
  ['administrator', 'DeleteItem', ['subject']],
  ['administrator', 'ConditionCheckItem', ['round']],
  ['deliberation-cycle', 'PutItem', ['round', 'bulletin', 'agenda', 'skipped']],
  ['deliberation-cycle', 'UpdateItem', ['idea', 'agenda']],
  ['deliberation-cycle', 'ConditionCheckItem', ['vote', 'profile']],
  [
    'founding',
    'PutItem',
    ['profile', 'audit', 'member', 'subject', 'round', 'zoneMember', 'zoneNumbers'],
  ],
  ['founding', 'DeleteItem', ['subject', 'zoneMember']],
  ['adoption-metrics', 'PutItem', ['seen', 'participant', 'support', 'agenda']],
  ['reconciliation', 'PutItem', ['participant', 'searchSegment', 'searchVersion']],
  ['reconciliation', 'UpdateItem', ['photo']],
  ['reconciliation', 'DeleteItem', ['photo']],
  ['search-index', 'PutItem', ['searchSegment', 'searchVersion']],
  ['adoption-metrics', 'DeleteItem', ['support']],
  ['adoption-metrics', 'ConditionCheckItem', ['idea', 'support']],
  ['adoption-metrics', 'UpdateItem', ['statistics', 'headcount', 'tally', 'supports', 'agenda']],
] as const)('%s reaches by %s what it writes: %o', ([name, action, kinds]) => {
  const writes: Partial<Record<string, readonly string[]>> = RIGHTS[name].writes;
  expect(reached(writes[action] ?? [])).toEqual(expect.arrayContaining([...kinds]));
});

it.for(['employee', 'committee', 'manager'] as const)(
  '%s cannot write the partitions of roles and rounds',
  name => {
    const { ConditionCheckItem: _reads, ...writes }: Rights['writes'] = RIGHTS[name].writes;
    const reachedByAll = reached(Object.values<readonly string[]>(writes).flat());
    for (const kind of [
      'member',
      'profile',
      'round',
      'bulletin',
      'zoneMember',
      'statistics',
      'seen',
    ] as const)
      expect(reachedByAll).not.toContain(kind);
  },
);

it('the administrator reaches an organization’s own partition and nothing below it', () => {
  const { only, not } = RIGHTS.administrator.within;
  const below = new Set(reached([not]));
  expect([...below]).toEqual(expect.arrayContaining([...BELOW_ROUND, ...BELOW_IDEA, 'guesses']));
  const left = reached(only).filter(kind => !below.has(kind));
  expect(left.toSorted()).toEqual(
    [
      'audit',
      'bulletin',
      'headcount',
      'member',
      'probe',
      'profile',
      'roll',
      'round',
      'skipped',
      'statistics',
      'subject',
    ].toSorted(),
  );
});

it('the administrator reads of open work whose it is and its reward, and nothing that was written', () => {
  const { indexes, attributes } = RIGHTS.administrator.narrowQueries;
  expect(indexes.map(({ name }) => name)).toEqual(['ideas-by-work']);
  const keys = ['pk', 'sk', 'organization', 'openWork', 'due', 'id', 'schemaVersion'];
  expect(attributes.filter(one => !keys.includes(one))).toEqual(['owner', 'reward']);
});

it('a founding reaches no idea, no vote and no comment, and does not delete the numbers that organizations have sent to their zones', () => {
  const { within, spared } = RIGHTS.founding;
  const below = reached([within.not]);
  expect(below).toEqual(expect.arrayContaining([...BELOW_ROUND, ...BELOW_IDEA, 'guesses']));
  expect(reached([spared.DeleteItem])).toEqual(['zoneNumbers']);
});

it('the committee changes a round’s next step only, and nothing meaningful of the items beside rounds', () => {
  const { partitions, attributes } = RIGHTS.committee.narrowUpdates;
  expect(reached(partitions)).toContain('round');
  const own = attributes.filter(attribute => attribute !== 'pk' && attribute !== 'sk');
  expect(own).toEqual(['state', 'schedule', 'dueAt', 'broughtForwardBy', 'schemaVersion']);
  for (const item of [memberItem, organizationItem])
    for (const attribute of own) expect(saidIn(item)).not.toContain(attribute);
});

it('the audit changes numbers, and nothing meaningful of the items beside them', () => {
  const { partitions, attributes } = RIGHTS.reconciliation.narrowUpdates;
  expect(reached(partitions)).toEqual(
    expect.arrayContaining(['statistics', 'headcount', 'tally', 'supports', 'probe']),
  );
  const own = attributes.filter(attribute => attribute !== 'pk' && attribute !== 'sk');
  for (const item of [memberItem, organizationItem, roundItem, voteItem])
    for (const attribute of own) expect(saidIn(item)).not.toContain(attribute);
});
