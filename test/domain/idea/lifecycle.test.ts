/** The table of transitions: its promises about every idea's path. */
import { describe, expect, it } from 'vitest';
import {
  actsFrom,
  IDEA_ACTS,
  IDEA_STATUSES,
  type IdeaStatus,
  nextStatuses,
  TRANSITIONS,
} from '../../../shared/domain/idea/lifecycle.ts';

const statusesThat = (is: (status: IdeaStatus) => boolean) => IDEA_STATUSES.filter(is);
const leadsOn = (from: IdeaStatus): IdeaStatus[] =>
  actsFrom(from).flatMap(act => nextStatuses(act, from).filter(to => to !== from));

describe('the table of transitions', () => {
  it('leads from submission to every state', () => {
    const reached = new Set<IdeaStatus>(['submitted']);
    for (const status of reached) for (const next of leadsOn(status)) reached.add(next);
    expect([...reached].toSorted()).toEqual([...IDEA_STATUSES].toSorted());
  });

  it('leads out of every state except the final ones', () => {
    expect(statusesThat(status => leadsOn(status).length === 0)).toEqual([
      'accepted',
      'abandoned',
      'withdrawn',
    ]);
  });

  it('allows a decision on the agenda only', () => {
    for (const act of ['adopt', 'decline', 'defer'] as const)
      expect(statusesThat(status => actsFrom(status).includes(act))).toEqual(['on-agenda']);
  });

  it('allows a secretary alone to decline without a ballot, and only ideas that are on no agenda yet', () => {
    expect(statusesThat(status => actsFrom(status).includes('dismiss'))).toEqual(['submitted']);
    expect(TRANSITIONS.dismiss).toMatchObject({ to: ['declined'], by: ['secretary'] });
  });

  it('allows no implementation without adoption', () => {
    const before = statusesThat(status => leadsOn(status).includes('implementing'));
    expect(before.toSorted()).toEqual(['adopted', 'completed']);
    expect(statusesThat(status => leadsOn(status).includes('accepted'))).toEqual(['completed']);
  });

  it('allows the author to revise an idea until it is on the agenda, and to withdraw it until it is decided', () => {
    expect(statusesThat(status => actsFrom(status).includes('revise'))).toEqual([
      'submitted',
      'returned',
    ]);
    expect(statusesThat(status => actsFrom(status).includes('withdraw'))).toEqual([
      'submitted',
      'returned',
      'on-agenda',
    ]);
  });

  it('allows an author to claim an idea whatever has become of it, unless it is withdrawn', () => {
    expect(statusesThat(status => !actsFrom(status).includes('claim'))).toEqual(['withdrawn']);
  });

  it('allows a merge while neither idea is decided; a deferred one is open again', () => {
    const open = ['submitted', 'returned', 'on-agenda', 'deferred'];
    expect(statusesThat(status => actsFrom(status).includes('merge'))).toEqual(open);
    expect(statusesThat(status => actsFrom(status).includes('absorb'))).toEqual(open);
  });

  it('has no target for an act that a state does not allow', () => {
    for (const status of IDEA_STATUSES)
      for (const act of IDEA_ACTS)
        expect(nextStatuses(act, status).length > 0).toBe(actsFrom(status).includes(act));
  });
});
