/**
 * The table of transitions: what it promises of every idea's way, whoever's code reads it.
 */
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
  it('leads from handing in to every state', () => {
    const reached = new Set<IdeaStatus>(['submitted']);
    for (const status of reached) for (const next of leadsOn(status)) reached.add(next);
    expect([...reached].toSorted()).toEqual([...IDEA_STATUSES].toSorted());
  });

  it('leads out of every state but the last ones', () => {
    expect(statusesThat(status => leadsOn(status).length === 0)).toEqual([
      'accepted',
      'abandoned',
      'withdrawn',
    ]);
  });

  it('lets only what is on the agenda be decided', () => {
    for (const act of ['adopt', 'decline', 'defer'] as const)
      expect(statusesThat(status => actsFrom(status).includes(act))).toEqual(['on-agenda']);
  });

  it('lets a secretary alone decline without a ballot, and only what is on no agenda yet', () => {
    expect(statusesThat(status => actsFrom(status).includes('dismiss'))).toEqual(['submitted']);
    expect(TRANSITIONS.dismiss).toMatchObject({ to: ['declined'], by: ['secretary'] });
  });

  it('lets nothing be carried out that was not adopted', () => {
    const before = statusesThat(status => leadsOn(status).includes('implementing'));
    expect(before.toSorted()).toEqual(['adopted', 'completed']);
    expect(statusesThat(status => leadsOn(status).includes('accepted'))).toEqual(['completed']);
  });

  it('lets the author change an idea until it is on the agenda, and take it back until it is decided', () => {
    expect(statusesThat(status => actsFrom(status).includes('revise'))).toEqual(['submitted', 'returned']);
    expect(statusesThat(status => actsFrom(status).includes('withdraw'))).toEqual([
      'submitted',
      'returned',
      'on-agenda',
    ]);
  });

  it('lets an author come forward whatever has become of the idea', () => {
    expect(statusesThat(status => actsFrom(status).includes('claim'))).toEqual(IDEA_STATUSES);
  });

  it('lets ideas be merged as long as neither is decided, a deferred one being open again', () => {
    const open = ['submitted', 'returned', 'on-agenda', 'deferred'];
    expect(statusesThat(status => actsFrom(status).includes('merge'))).toEqual(open);
    expect(statusesThat(status => actsFrom(status).includes('absorb'))).toEqual(open);
  });

  it('leads nowhere by an act that a state does not admit', () => {
    for (const status of IDEA_STATUSES)
      for (const act of IDEA_ACTS)
        expect(nextStatuses(act, status).length > 0).toBe(actsFrom(status).includes(act));
  });
});
