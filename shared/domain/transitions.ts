/**
 * The table of an idea's transitions: which act leads from which states to which. It is the only place that knows;
 * the domain's functions, the store's conditional writes and the pages' buttons are all derived from it.
 */

/** What an idea can be. */
export const IDEA_STATUSES = [
  'submitted',
  'on-agenda',
  'adopted',
  'declined',
  'deferred',
  'withdrawn',
] as const;
export type IdeaStatus = (typeof IDEA_STATUSES)[number];

interface Transition {
  readonly from: readonly IdeaStatus[];
  readonly to: IdeaStatus;
}

/** Acts on an idea that exists. Handing in ("submit") comes before any state, so it has no row. */
export const TRANSITIONS = {
  list: { from: ['submitted', 'deferred'], to: 'on-agenda' },
  withdraw: { from: ['submitted', 'on-agenda'], to: 'withdrawn' },
  adopt: { from: ['on-agenda'], to: 'adopted' },
  decline: { from: ['on-agenda'], to: 'declined' },
  defer: { from: ['on-agenda'], to: 'deferred' },
} as const satisfies Record<string, Transition>;

export type IdeaAct = keyof typeof TRANSITIONS;

/** The states from which an act may be done. */
export type PriorStatus<Act extends IdeaAct> = (typeof TRANSITIONS)[Act]['from'][number];

/** The states from which an act may be done, as a list for a condition. */
export function priorStatuses(act: IdeaAct): readonly IdeaStatus[] {
  return TRANSITIONS[act].from;
}

/** The acts that a state admits. */
export function actsFrom(status: IdeaStatus): IdeaAct[] {
  const acts: readonly IdeaAct[] = ['list', 'withdraw', 'adopt', 'decline', 'defer'];
  return acts.filter(act => priorStatuses(act).includes(status));
}
