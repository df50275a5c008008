/**
 * What the outbox holds: an act of a member, as its route takes it, with its photos and all that is
 * needed to show it. An entry's id is the act's idempotency key.
 */
import type { ReplyOf, RequestOf } from '../../shared/contract/client.ts';
import type { writeComment } from '../../shared/contract/routes/comments.ts';
import type { castVote } from '../../shared/contract/routes/deliberation.ts';
import type {
  submitIdea,
  supportIdea,
  withdrawSupport,
} from '../../shared/contract/routes/ideas.ts';
import type { reportProgress } from '../../shared/contract/routes/implementation.ts';
import type { IdeaId, MemberId, OrganizationId } from '../../shared/domain/kernel/ids.ts';
import type { Instant } from '../../shared/domain/kernel/instant.ts';

interface Routes {
  readonly submitIdea: typeof submitIdea;
  readonly supportIdea: typeof supportIdea;
  readonly withdrawSupport: typeof withdrawSupport;
  readonly castVote: typeof castVote;
  readonly writeComment: typeof writeComment;
  readonly reportProgress: typeof reportProgress;
}

/** The acts that wait for a network, by their routes' ids. */
export type ActId = keyof Routes;

type ActOf<Id extends ActId> = {
  readonly [One in Id]: {
    readonly id: One;
    /** Without the key, which the entry has. */
    readonly request: Omit<RequestOf<Routes[One]>, 'idempotencyKey' | 'ifMatch'>;
  };
}[Id];

export type Act = ActOf<ActId>;

export type AnswerOf<Id extends ActId> = ReplyOf<Routes[Id]>;

/** The API's answer to an act. */
export type AnswerTo<Made extends Act> = Made extends { readonly id: infer Id extends ActId }
  ? AnswerOf<Id>
  : never;

/** A photo of an entry; its key makes one photo of repeated uploads. */
export interface WaitingPhoto {
  readonly key: string;
  readonly of: 'problem' | 'proposal';
  readonly alt?: string;
  readonly blob: Blob;
}

/** What a person recognizes an entry by. */
export interface About {
  /** Of the idea. */
  readonly title: string;
  /** Where it was made, to lead back. */
  readonly address: string;
  /** Of a vote: when its ballot closes, as far as its page knew. */
  readonly until?: Instant;
  /** Of a new idea: the round that took ideas when it was made. */
  readonly round?: string;
}

/** Why an entry still waits. */
export type Why =
  /** It was just made. */
  | 'new'
  /** No answer came. */
  | 'offline'
  /** The gateway or the API has no capacity, or something between here and there answered. */
  | 'busy'
  /** Its author has written much; the API said when it takes more. */
  | 'limit'
  /** The API failed at this very entry. */
  | 'trouble';

/** The API's reason against an entry, in the words of its language. */
export interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail?: string;
}

/** What is kept of an arrived idea until its author has seen it. The code is told only once. */
export interface Arrived {
  readonly idea: IdeaId;
  readonly round: string;
  readonly claimCode?: string;
}

export type State =
  /** `tries` counts attempts: after one of them it may have arrived. `after` is in ms since 1970. */
  | { readonly is: 'waiting'; readonly tries: number; readonly after: number; readonly why: Why }
  | { readonly is: 'sending'; readonly tries: number }
  | { readonly is: 'needs-sign-in'; readonly tries: number }
  | { readonly is: 'refused'; readonly tries: number; readonly refusal: Refusal }
  | { readonly is: 'sent'; readonly arrived: Arrived };

export interface Entry {
  readonly id: string;
  /** Its place among all, given by the storage. */
  readonly order: number;
  readonly member: MemberId;
  readonly act: Act;
  readonly about: About;
  readonly photos: readonly WaitingPhoto[];
  /** When it was made, in ms since 1970 by the server's clock. */
  readonly made: number;
  readonly state: State;
}

export type NewEntry = Omit<Entry, 'order'>;

/** The idea that an entry is about; a new idea has no id yet. */
export function ideaOf({ act }: Pick<Entry, 'act'>): IdeaId | undefined {
  return act.id === 'submitIdea' ? undefined : act.request.path.idea;
}

export function organizationOf({ act }: Pick<Entry, 'act'>): OrganizationId {
  return act.request.path.organization;
}
