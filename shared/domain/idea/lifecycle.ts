/**
 * The table of an idea's transitions: for each act the states before and after, and who may do it.
 * It is the only definition. The domain's functions, the store's conditional writes, the pages'
 * buttons and the chart in the docs are derived from it.
 */
import type { Role } from '../organization/organization.ts';

/** The states of an idea. */
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

/**
 * Who may do an act: a role, the idea's author, a co-author, its owner, its adviser (whom it was
 * referred to, or else its department's contact), the holder of its claim code, or the calendar.
 */
export type Doer =
  | Extract<Role, 'secretary' | 'chair' | 'manager'>
  | 'author'
  | 'co-author'
  | 'owner'
  | 'adviser'
  | 'code-holder'
  | 'cycle';

interface Transition {
  readonly from: readonly IdeaStatus[];
  /** The states after the act; `same` keeps the state. With several, the other rules decide. */
  readonly to: readonly [IdeaStatus, ...IdeaStatus[]] | 'same';
  readonly by: readonly [Doer, ...Doer[]];
}

/** The states of an undecided idea. Such an idea can be the target of a merge. */
const OPEN = [
  'submitted',
  'returned',
  'on-agenda',
  'deferred',
] as const satisfies readonly IdeaStatus[];
const DECIDED = ['adopted', 'declined', 'deferred'] as const satisfies readonly IdeaStatus[];
/** The states of an adopted idea whose work has not been given up. */
const CARRIED_ON = [
  'adopted',
  'implementing',
  'completed',
  'accepted',
] as const satisfies readonly IdeaStatus[];

/**
 * Acts on an existing idea. Submission (`submit`) precedes any state, so it has no row. `absorb`
 * and `release` are the effects of a merge and an unmerge on the target. `acknowledge` is the
 * effect of a claim on every later target of the claimed idea; a target may itself have been
 * merged.
 */
export const TRANSITIONS = {
  return: { from: ['submitted'], to: ['returned'], by: ['secretary'] },
  revise: { from: ['submitted', 'returned'], to: ['submitted', 'on-agenda'], by: ['author'] },
  withdraw: { from: ['submitted', 'returned', 'on-agenda'], to: ['withdrawn'], by: ['author'] },
  // What a secretary typed from a paper slip, until somebody has voted on it.
  correct: { from: ['submitted', 'returned', 'on-agenda'], to: 'same', by: ['secretary'] },
  'take-back': {
    from: ['submitted', 'returned', 'on-agenda'],
    to: ['withdrawn'],
    by: ['secretary'],
  },
  list: { from: ['submitted', 'deferred'], to: ['on-agenda'], by: ['secretary', 'cycle'] },
  merge: { from: OPEN, to: ['merged'], by: ['secretary'] },
  unmerge: { from: ['merged'], to: OPEN, by: ['secretary'] },
  absorb: { from: OPEN, to: 'same', by: ['secretary'] },
  release: { from: [...OPEN, 'withdrawn'], to: 'same', by: ['secretary'] },
  adopt: { from: ['on-agenda'], to: ['adopted'], by: ['chair', 'cycle'] },
  decline: { from: ['on-agenda'], to: ['declined'], by: ['chair', 'cycle'] },
  defer: { from: ['on-agenda'], to: ['deferred'], by: ['chair', 'cycle'] },
  // Declines, without a ballot, an idea that has never been before the committee.
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
  // An honour can be taken back even if the work has been given up since.
  'name-excellent': { from: CARRIED_ON, to: 'same', by: ['chair'] },
  'unname-excellent': { from: [...CARRIED_ON, 'abandoned'], to: 'same', by: ['chair'] },
  'rate-outcome': { from: [...CARRIED_ON, 'declined', 'abandoned'], to: 'same', by: ['author'] },
  appeal: { from: ['declined'], to: 'same', by: ['author'] },
  'answer-appeal': { from: ['declined'], to: ['declined', 'on-agenda'], by: ['chair'] },
  // Of a withdrawn idea nothing is left to have: a claim would only tell whose it was.
  claim: {
    from: [...OPEN, ...CARRIED_ON, 'declined', 'abandoned', 'merged'],
    to: 'same',
    by: ['code-holder'],
  },
  // A decision may be reopened, and a later claimer must be recused then too.
  acknowledge: {
    from: [...OPEN, 'adopted', 'declined', 'merged'],
    to: 'same',
    by: ['code-holder'],
  },
  // A co-author of a merged idea declines at the idea it went into. Also refused once a reward is
  // approved, because its shares are settled.
  'decline-authorship': {
    from: [...OPEN, 'adopted', 'declined', 'implementing', 'completed', 'accepted', 'abandoned'],
    to: 'same',
    by: ['co-author'],
  },
  // Both until the ballot closes.
  refer: { from: OPEN, to: 'same', by: ['secretary'] },
  'give-opinion': { from: OPEN, to: 'same', by: ['adviser'] },
} as const satisfies Record<string, Transition>;

export type IdeaAct = keyof typeof TRANSITIONS;

/** The states in which an act is allowed. */
export type PriorStatus<Act extends IdeaAct> = (typeof TRANSITIONS)[Act]['from'][number];

/** All acts, in the order of the table. */
export const IDEA_ACTS: readonly IdeaAct[] = Object.keys(TRANSITIONS).filter(isAct);

/** The states in which an act is allowed, as a list for a condition. */
export function priorStatuses(act: IdeaAct): readonly IdeaStatus[] {
  return TRANSITIONS[act].from;
}

/** The possible states after an act in a state; none if it is not allowed. */
export function nextStatuses(act: IdeaAct, from: IdeaStatus): readonly IdeaStatus[] {
  const { to } = TRANSITIONS[act];
  if (!priorStatuses(act).includes(from)) return [];
  return to === 'same' ? [from] : to;
}

/** The acts that a state allows. */
export function actsFrom(status: IdeaStatus): IdeaAct[] {
  return IDEA_ACTS.filter(act => priorStatuses(act).includes(status));
}

function isAct(text: string): text is IdeaAct {
  return text in TRANSITIONS;
}
