/** Whether an idea has a certificate (奖状), and what it says. */
import type { ReplyOf } from '../../../shared/contract/client.ts';
import type { getIdea } from '../../../shared/contract/routes/ideas.ts';
import type { MemberId } from '../../../shared/domain/kernel/ids.ts';
import type { Instant } from '../../../shared/domain/kernel/instant.ts';

type Idea = Pick<
  ReplyOf<typeof getIdea>,
  'status' | 'excellent' | 'authorId' | 'coAuthors' | 'acceptance' | 'history' | 'people'
>;

export type Certificate =
  | {
      readonly is: 'granted';
      /** Those who still have a name, the first author first. */
      readonly authors: readonly MemberId[];
      readonly accepted: boolean;
      readonly excellent: boolean;
      /** In yuan a year; undefined if nothing was verified. */
      readonly benefit: number | undefined;
      /** When the idea was accepted or named excellent, whichever came last. */
      readonly at: Instant;
    }
  | { readonly is: 'refused'; readonly why: 'not-earned' | 'unnamed' | 'erased' };

/** Whether an idea has a certificate to print. */
export function hasCertificate(idea: Idea): boolean {
  return certificateOf(idea).is === 'granted';
}

/** A certificate is for accepted and for excellent ideas, and for authors who can be named. */
export function certificateOf({
  status,
  excellent,
  authorId,
  coAuthors,
  acceptance,
  history,
  people,
}: Idea): Certificate {
  const accepted = status === 'accepted';
  const named = excellent
    ? history.filter(({ act }) => act === 'name-excellent').map(({ at }) => at)
    : [];
  const earned = [...(accepted && acceptance ? [acceptance.at] : []), ...named].sort();
  const at = earned[earned.length - 1];
  if (at === undefined) return { is: 'refused', why: 'not-earned' };
  if (authorId === undefined) return { is: 'refused', why: 'unnamed' };
  const authors = [authorId, ...coAuthors].filter(id => people?.[id]?.erased !== true);
  if (authors.length === 0) return { is: 'refused', why: 'erased' };
  const benefit = accepted ? acceptance?.verifiedBenefit : undefined;
  return {
    is: 'granted',
    authors,
    accepted,
    excellent,
    benefit: benefit === 0 ? undefined : benefit,
    at,
  };
}
