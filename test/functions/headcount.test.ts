/** The effect of a change of the member list on the headcount. */
import { marshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { changesOf, readRecord } from '../../functions/adoption-metrics/stream-record.ts';
import { amended } from '../../shared/domain/organization/membership.ts';
import type { Member } from '../../shared/domain/organization/organization.ts';
import { memberToItem, subjectToItem } from '../../shared/store/member-items.ts';
import { department, newMember } from '../store/sample-facts.ts';

type Image = NonNullable<NonNullable<DynamoDBRecord['dynamodb']>['NewImage']>;

const record = (before: object | undefined, after: object | undefined): DynamoDBRecord => ({
  eventID: 'event',
  dynamodb: {
    ApproximateCreationDateTime: 1_791_424_800,
    ...(before && { OldImage: marshall(before) as Image }),
    ...(after && { NewImage: marshall(after) as Image }),
  },
});
/** The growth of each department. */
const growth = (before: Member | undefined, after: Member | undefined): Record<string, number> => {
  const grown: Record<string, number> = {};
  const changes = changesOf(
    readRecord(record(before && memberToItem(before), after && memberToItem(after))),
  );
  for (const effect of changes.flatMap(({ effects }) => effects)) {
    if (effect.kind !== 'headcount') throw new Error(`no headcount: ${effect.kind}`);
    grown[effect.department] = (grown[effect.department] ?? 0) + effect.change;
  }
  return grown;
};

describe('a department', () => {
  const here = newMember('E1');
  const left = amended(here, { active: false });

  it('has one more when a member comes or comes back, one less when they leave', () => {
    expect(growth(undefined, here)).toEqual({ 铸造车间: 1 });
    expect(growth(here, left)).toEqual({ 铸造车间: -1 });
    expect(growth(left, amended(left, { active: true }))).toEqual({ 铸造车间: 1 });
  });

  it('passes one to another when a member moves, and does not change with their roles', () => {
    expect(growth(here, amended(here, { department: department('财务部') }))).toEqual({
      铸造车间: -1,
      财务部: 1,
    });
    expect(growth(here, amended(here, { roles: ['manager'] }))).toEqual({ 铸造车间: 0 });
  });

  it('does not count members who have left, whatever their department', () => {
    expect(growth(undefined, left)).toEqual({});
    expect(growth(left, amended(left, { department: department('财务部') }))).toEqual({});
  });

  it('is not affected by items beside the members', () => {
    expect(changesOf(readRecord(record(undefined, subjectToItem(here))))).toEqual([]);
  });
});
