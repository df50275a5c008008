/** My vote on one idea with its optional comment, which is stored on the device until it is sent. */
import type { Choice } from '../../../shared/domain/idea/ballot.ts';
import type { RoundId } from '../../../shared/domain/kernel/ids.ts';
import type { Instant } from '../../../shared/domain/kernel/instant.ts';
import { COMMENT, tidy } from '../../../shared/domain/kernel/text.ts';
import { fieldErrorsOf } from '../../ui/form/field-errors.ts';
import { textError } from '../../ui/form/text-error.ts';
import { useActFields } from '../ideas/index.ts';
import type { AgendaItem } from './agenda.ts';
import { useVote } from './use-vote.ts';
import { useAgendaWords } from './words.ts';

export interface Ballot {
  readonly comment: string;
  readonly write: (comment: string) => void;
  readonly commentError: string | undefined;
  /** Whether a comment beside a vote that was cast is not sent yet. */
  readonly unsent: boolean;
  /** Sends the vote with the comment; returns false while the comment is too long. */
  readonly cast: (choice: Choice) => boolean;
  readonly error: Error | null;
}

/** @param until when the ballot closes, while it is open */
export function useBallot(round: RoundId, item: AgendaItem, until: Instant | undefined): Ballot {
  const words = useAgendaWords();
  const { myVote, myComment = '' } = item.ballot;
  // Kept while the reader visits another idea and comes back.
  const { fields, change, drop } = useActFields('vote', item, { comment: myComment });
  const vote = useVote(round, item, until, drop);
  const written = tidy(fields.comment);
  const wrong = written === '' ? undefined : textError(fields.comment, COMMENT, words);
  return {
    comment: fields.comment,
    write: comment => change({ comment }),
    commentError: wrong ?? fieldErrorsOf(vote.error).comment,
    unsent: myVote !== null && written !== myComment,
    cast: choice => {
      if (wrong !== undefined) return false;
      vote.mutate({ choice, ...(written !== '' && { comment: written }) });
      return true;
    },
    error: vote.error,
  };
}
