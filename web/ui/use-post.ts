/**
 * Hands an act to the outbox for the reader, and says so if it waits there. With a network it is sent
 * at once, and nothing is said.
 */

import { useWords } from '../i18n/language-context.tsx';
import type { MovingDraft, Posted } from '../outbox/engine.ts';
import type { About, Act, AnswerTo, WaitingPhoto } from '../outbox/entry.ts';
import { useOutbox } from '../outbox/outbox-context.tsx';
import { useOrganization } from '../session/organization-context.tsx';
import { useToast } from './toast.tsx';

/** What its form knows of an act besides the request. */
interface Made {
  readonly about: About;
  /** The key of its draft, if it has one. */
  readonly key?: string;
  readonly photos?: readonly WaitingPhoto[];
  readonly draft?: MovingDraft;
}

/** Throws a refusal, as the client does. */
type PostAct = <Done extends Act>(act: Done, made: Made) => Promise<Posted<AnswerTo<Done>>>;

export function usePost(): PostAct {
  const words = useWords();
  const toast = useToast();
  const outbox = useOutbox();
  const { membership } = useOrganization();
  return async (act, made) => {
    const posted = await outbox.post(act, { ...made, member: membership.memberId });
    if (posted.is === 'waiting') toast(words.savedToSend[posted.why]);
    return posted;
  };
}
