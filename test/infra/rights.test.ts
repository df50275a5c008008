/** The partitions that IAM lets each function write to are those in which the store puts what it writes. */
import { expect, it } from 'vitest';
import { PARTITIONS, RIGHTS } from '../../infra/aws/rights.ts';
import type { IdeaId, MemberId, OrganizationId, RoundId, ZoneId } from '../../shared/domain/ids.ts';
import * as keys from '../../shared/store/keys.ts';
import { headcountKey, statisticsKey } from '../../shared/store/statistics.ts';

const organization = 'huatai' as OrganizationId;
const round = '2026-11' as RoundId;
const idea = '2026-11-0123456789abcdefghjkmnpqrs' as IdeaId;
const member = 'HT0132' as MemberId;

const KEYS = {
  idea: keys.ideaKey(organization, idea),
  vote: keys.voteKey(organization, idea, round, member),
  support: keys.supportKey(organization, idea, member),
  profile: keys.profileKey(organization),
  member: keys.memberKey(organization, member),
  round: keys.roundKey(organization, round),
  participant: { pk: keys.roundPartition(organization, round), sk: '' },
  bulletin: { pk: keys.organizationPartition(organization), sk: keys.bulletinPrefix(round) },
  tally: keys.tallyKey(organization, idea, round),
  supports: keys.supportCountKey(organization, idea),
  statistics: statisticsKey(organization, round, { by: 'organization' }),
  headcount: headcountKey(organization),
  seen: keys.seenKey('1'),
  zoneMember: keys.zoneMemberKey('xuanhua' as ZoneId, member),
};
type Kind = keyof typeof KEYS;

/** The kinds of items whose partitions a function's right reaches. */
function reached(partitions: readonly string[]): Kind[] {
  const patterns = partitions.map(pattern => new RegExp(`^${pattern.replaceAll('*', '.*')}$`));
  return (Object.keys(KEYS) as Kind[]).filter(kind => patterns.some(pattern => pattern.test(KEYS[kind].pk)));
}

const BELOW_ROUND: Kind[] = ['idea', 'participant'];
const BELOW_IDEA: Kind[] = ['vote', 'support', 'tally', 'supports'];

it('patterns tell partitions apart', () => {
  expect(reached([PARTITIONS.ofRound])).toEqual(BELOW_ROUND);
  expect(reached([PARTITIONS.ofIdea])).toEqual(BELOW_IDEA);
  expect(reached([PARTITIONS.seen])).toEqual(['seen']);
  expect(reached([PARTITIONS.ofOrganization])).toEqual(
    Object.keys(KEYS).filter(kind => kind !== 'seen' && kind !== 'zoneMember'),
  );
});

it.for([
  ['employee', 'PutItem', ['idea', 'support']],
  ['employee', 'DeleteItem', ['support']],
  ['committee', 'PutItem', ['idea', 'vote']],
  ['committee', 'UpdateItem', ['idea']],
  ['committee', 'ConditionCheckItem', ['idea', 'vote']],
  ['deliberation-cycle', 'PutItem', ['round', 'bulletin']],
  ['deliberation-cycle', 'UpdateItem', ['idea']],
  ['deliberation-cycle', 'ConditionCheckItem', ['vote']],
  ['adoption-metrics', 'PutItem', ['seen', 'participant']],
  ['adoption-metrics', 'UpdateItem', ['statistics', 'headcount', 'tally', 'supports']],
] as const)('%s reaches by %s what it writes: %o', ([name, action, kinds]) => {
  const writes: Partial<Record<string, readonly string[]>> = RIGHTS[name].writes;
  expect(reached(writes[action] ?? [])).toEqual(expect.arrayContaining([...kinds]));
});

it.for(['employee', 'committee', 'manager'] as const)(
  '%s cannot write where roles and rounds stand',
  name => {
    const reachedByAll = reached(Object.values<readonly string[]>(RIGHTS[name].writes).flat());
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
