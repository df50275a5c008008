/**
 * An idea's history: every act with its full content, author and time. The idea can be recomputed
 * from its submission and later acts (see `apply-event.ts`). A published bulletin is checked in
 * this way.
 */
import type { Category, Department, IdeaId, MemberId, RoundId } from '../kernel/ids.ts';
import type { Instant, LocalDate } from '../kernel/instant.ts';
import type { RewardProposal } from '../organization/reward-bands.ts';
import type { BallotResult, Reason, Satisfaction } from './decision.ts';
import type { IdeaStatus } from './lifecycle.ts';
import type { ContentPhoto, ResultPhoto } from './photo.ts';

/** The author of an act. An unnamed author is stored only as unnamed. */
export type Actor =
  | { readonly kind: 'member'; readonly id: MemberId }
  | { readonly kind: 'unnamed' }
  | { readonly kind: 'cycle' };

/** The author's text. */
export interface IdeaContent {
  readonly title: string;
  readonly problem: string;
  readonly proposal: string;
  readonly category: Category;
  readonly department?: Department;
  /** CNY a year, as the author expects. */
  readonly expectedBenefit?: number;
  /** Absent if there are none. */
  readonly photos?: readonly ContentPhoto[];
}

/** What a paper slip says: the author's text, who the author is, and when they submitted it. */
export interface SlipFacts extends IdeaContent {
  readonly authorId?: MemberId;
  readonly authorDepartment?: Department;
  readonly submittedAt: Instant;
}

/** A member who is an author beside the first, named by that one or by a merger. */
export interface CoAuthor {
  readonly id: MemberId;
  /** Their department at the time. */
  readonly department?: Department;
  /** The idea whose merger made them a co-author; absent if the author named them. */
  readonly via?: IdeaId;
}

/** The official reply to the author, which a decision may have. */
interface Reply {
  readonly reply?: string;
}

/** A person's words of a decision: the reason, and the reply to the author. */
export interface DecisionWords extends Reply {
  readonly reason?: string;
}

/** Each author's share, in fen. */
export type RewardShares = readonly { readonly member: MemberId; readonly fen: number }[];

/** An act, with its content. */
export type Happening =
  /** `coAuthors` are the named ones, if there are any. */
  | { readonly act: 'submit'; readonly coAuthors?: readonly CoAuthor[] }
  | { readonly act: 'return'; readonly reason: string }
  /**
   * `former` is the idea's content until then; `coAuthors` are the named ones from then on, if they
   * changed.
   */
  | {
      readonly act: 'revise';
      readonly former: IdeaContent;
      readonly agendaRound: RoundId;
      readonly coAuthors?: readonly CoAuthor[];
    }
  | { readonly act: 'withdraw' }
  /** `former` is what the slip was taken to say until then. */
  | { readonly act: 'correct'; readonly former: SlipFacts }
  | { readonly act: 'take-back'; readonly reason?: string }
  | { readonly act: 'list'; readonly agendaRound: RoundId }
  | { readonly act: 'merge'; readonly into: IdeaId }
  | { readonly act: 'unmerge'; readonly agendaRound: RoundId }
  | { readonly act: 'absorb'; readonly idea: IdeaId; readonly coAuthors: readonly CoAuthor[] }
  | { readonly act: 'release'; readonly idea: IdeaId }
  | ({ readonly act: 'adopt'; readonly result: BallotResult } & DecisionWords)
  | ({ readonly act: 'decline'; readonly result: BallotResult } & Reason<'not-approved'> & Reply)
  | ({ readonly act: 'defer'; readonly result: BallotResult } & Reason<'no-quorum'> & Reply)
  | ({
      readonly act: 'dismiss';
      readonly reason: string;
      readonly agendaRound: RoundId;
    } & Reply)
  | { readonly act: 'reopen'; readonly reason: string; readonly agendaRound: RoundId }
  | { readonly act: 'reply'; readonly reply: string }
  | { readonly act: 'assign' | 'reassign'; readonly owner: MemberId; readonly due: LocalDate }
  | { readonly act: 'report'; readonly progress: number; readonly note: string }
  | {
      readonly act: 'complete';
      readonly done: string;
      readonly claimedBenefit: number;
      readonly photos?: readonly ResultPhoto[];
    }
  | { readonly act: 'send-back'; readonly reason: string }
  | { readonly act: 'accept'; readonly verifiedBenefit: number; readonly proposal: RewardProposal }
  | { readonly act: 'abandon'; readonly reason: string }
  | { readonly act: 'approve-reward'; readonly amount: number; readonly shares: RewardShares }
  | { readonly act: 'pay-reward' }
  /** The committee names an idea excellent (优秀金点子), or takes that back. */
  | { readonly act: 'name-excellent' | 'unname-excellent' }
  | {
      readonly act: 'rate-outcome';
      readonly satisfaction: Satisfaction;
      readonly word?: string;
    }
  | { readonly act: 'appeal'; readonly text: string }
  | ({ readonly act: 'answer-appeal'; readonly reply: string } & (
      | { readonly outcome: 'rejected' }
      | { readonly outcome: 'upheld'; readonly agendaRound: RoundId }
    ))
  | { readonly act: 'claim'; readonly department: Department }
  | { readonly act: 'acknowledge'; readonly coAuthor: CoAuthor }
  /** `recused`: a ballot on the idea had opened before, so the member stays out of it for good. */
  | { readonly act: 'decline-authorship'; readonly recused: boolean }
  /** For an opinion, in place of an earlier one. */
  | { readonly act: 'refer'; readonly referredTo: MemberId }
  | { readonly act: 'give-opinion'; readonly opinion: string };

export type HistoryEntry = Happening & {
  readonly at: Instant;
  readonly by: Actor;
  /** Absent on the first entry. */
  readonly from?: IdeaStatus;
  readonly to: IdeaStatus;
};

/** The position of the last decision in a history, even of a reopened one; -1 if there was none. */
export function lastDecision(history: readonly HistoryEntry[]): number {
  return history.findLastIndex(
    ({ act }) => act === 'adopt' || act === 'decline' || act === 'defer' || act === 'dismiss',
  );
}

/** The appeal in a history, answered or not: there is one for good. */
export function appealIn(history: readonly HistoryEntry[]): AppealEntry | undefined {
  return history.find(entry => entry.act === 'appeal');
}

type AppealEntry = Extract<HistoryEntry, { act: 'appeal' }>;

/** The author's text, from any object that contains it. */
export function contentOf({
  title,
  problem,
  proposal,
  category,
  department,
  expectedBenefit,
  photos = [],
}: IdeaContent): IdeaContent {
  return {
    title,
    problem,
    proposal,
    category,
    ...(department !== undefined && { department }),
    ...(expectedBenefit !== undefined && { expectedBenefit }),
    ...(photos.length > 0 && { photos }),
  };
}
