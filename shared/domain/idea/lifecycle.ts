/**
 * The table of an idea's transitions: which act leads from which states to which, and whose it is. It is the only place that
 * knows; the domain's functions, the store's conditional writes, the pages' buttons and the chart in the docs are derived from it.
 */
import type { Role } from '../organization/organization.ts';

/** What an idea can be. */
export const IDEA_STATUSES = [
  'submitted',
  'returned',
  'on-agenda',
  'adopted',
  'declined',
  'deferred',
  'implementing',
  'completed',
  'accepted',
  'abandoned',
  'withdrawn',
  'merged',
] as const;
export type IdeaStatus = (typeof IDEA_STATUSES)[number];

/** Whose an act is: a role's, or that of the idea's author, of its owner, of who knows its claim code, or of the calendar. */
export type Doer =
  | Extract<Role, 'secretary' | 'chair' | 'manager'>
  | 'author'
  | 'owner'
  | 'code-holder'
  | 'cycle';

interface Transition {
  readonly from: readonly IdeaStatus[];
  /** Where it leads; `same` leaves the state as it is. Of several, the rest of the rules decide which. */
  readonly to: readonly [IdeaStatus, ...IdeaStatus[]] | 'same';
  readonly by: readonly [Doer, ...Doer[]];
}

/** In any of these an idea is still to be decided, and can take another one in. */
const OPEN = ['submitted', 'returned', 'on-agenda', 'deferred'] as const satisfies readonly IdeaStatus[];
const DECIDED = ['adopted', 'declined', 'deferred'] as const satisfies readonly IdeaStatus[];

/**
 * Acts on an idea that exists; handing in ("submit") comes before any state, so it has no row. `absorb` and `release` are what
 * a merge and an unmerge mean for the idea that takes the other in, `acknowledge` what a claim means for every idea that the claimed
 * one went on into: they may have been merged on themselves.
 */
export const TRANSITIONS = {
  return: { from: ['submitted'], to: ['returned'], by: ['secretary'] },
  revise: { from: ['submitted', 'returned'], to: ['submitted', 'on-agenda'], by: ['author'] },
  withdraw: { from: ['submitted', 'returned', 'on-agenda'], to: ['withdrawn'], by: ['author'] },
  list: { from: ['submitted', 'deferred'], to: ['on-agenda'], by: ['secretary', 'cycle'] },
  merge: { from: OPEN, to: ['merged'], by: ['secretary'] },
  unmerge: { from: ['merged'], to: OPEN, by: ['secretary'] },
  absorb: { from: OPEN, to: 'same', by: ['secretary'] },
  release: { from: [...OPEN, 'withdrawn'], to: 'same', by: ['secretary'] },
  adopt: { from: ['on-agenda'], to: ['adopted'], by: ['chair', 'cycle'] },
  decline: { from: ['on-agenda'], to: ['declined'], by: ['chair', 'cycle'] },
  defer: { from: ['on-agenda'], to: ['deferred'], by: ['chair', 'cycle'] },
  // Declining without a ballot what has never been before the committee.
  dismiss: { from: ['submitted'], to: ['declined'], by: ['secretary'] },
  reopen: { from: DECIDED, to: ['on-agenda'], by: ['chair'] },
  reply: {
    from: [...DECIDED, 'implementing', 'completed', 'accepted', 'abandoned'],
    to: 'same',
    by: ['chair', 'secretary'],
  },
  assign: { from: ['adopted'], to: ['implementing'], by: ['secretary', 'chair'] },
  reassign: { from: ['implementing'], to: 'same', by: ['secretary', 'chair'] },
  report: { from: ['implementing'], to: 'same', by: ['owner'] },
  complete: { from: ['implementing'], to: ['completed'], by: ['owner'] },
  'send-back': { from: ['completed'], to: ['implementing'], by: ['manager'] },
  accept: { from: ['completed'], to: ['accepted'], by: ['manager'] },
  abandon: { from: ['adopted', 'implementing'], to: ['abandoned'], by: ['chair'] },
  'approve-reward': { from: ['accepted'], to: 'same', by: ['manager'] },
  'pay-reward': { from: ['accepted'], to: 'same', by: ['manager'] },
  claim: { from: IDEA_STATUSES, to: 'same', by: ['code-holder'] },
  // A decision may be taken back, and whoever came forward meanwhile is to stand back then too.
  acknowledge: { from: [...OPEN, 'adopted', 'declined', 'merged'], to: 'same', by: ['code-holder'] },
} as const satisfies Record<string, Transition>;

export type IdeaAct = keyof typeof TRANSITIONS;

/** The states from which an act may be done. */
export type PriorStatus<Act extends IdeaAct> = (typeof TRANSITIONS)[Act]['from'][number];

/** All acts, in the order of the table. */
export const IDEA_ACTS: readonly IdeaAct[] = Object.keys(TRANSITIONS).filter(isAct);

/** The states from which an act may be done, as a list for a condition. */
export function priorStatuses(act: IdeaAct): readonly IdeaStatus[] {
  return TRANSITIONS[act].from;
}

/** The states an act can lead to from a state; none where it may not be done. */
export function nextStatuses(act: IdeaAct, from: IdeaStatus): readonly IdeaStatus[] {
  const { to } = TRANSITIONS[act];
  if (!priorStatuses(act).includes(from)) return [];
  return to === 'same' ? [from] : to;
}

/** The acts that a state admits. */
export function actsFrom(status: IdeaStatus): IdeaAct[] {
  return IDEA_ACTS.filter(act => priorStatuses(act).includes(status));
}

function isAct(text: string): text is IdeaAct {
  return text in TRANSITIONS;
}
