/**
 * The chair's announcements. Each waits a few seconds for an undo before it is sent, since a
 * decision that was sent can only be taken back with a reason and stays in the idea's history. It
 * is sent at once when the chair leaves the page or another application comes to the front.
 */
import { useQueryClient } from '@tanstack/preact-query';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { RequestOf } from '../../../shared/contract/client.ts';
import { decideIdea } from '../../../shared/contract/routes/deliberation.ts';
import type { AskedOutcome, DecisionOutcome } from '../../../shared/domain/idea/decision.ts';
import type { IdeaId } from '../../../shared/domain/kernel/ids.ts';
import { useCall } from '../../api/call-context.tsx';
import { useWords } from '../../i18n/language-context.tsx';
import { explain } from '../../ui/explain.ts';
import { useToast } from '../../ui/toast.tsx';
import { ideasChanged } from '../ideas/index.ts';
import type { AgendaItem } from './agenda.ts';
import { agendaKey } from './use-agenda.ts';

/** How long an announcement can be undone, in milliseconds. */
export const UNDO_MILLIS = 6000;

type NewDecision = RequestOf<typeof decideIdea>['body'];

/** The state of one idea's announcement; undefined if there is none. */
type Announcement =
  | { readonly state: 'waiting' | 'sending'; readonly outcome: AskedOutcome }
  | { readonly state: 'refused'; readonly error: Error };

export interface Announcements {
  readonly of: (idea: IdeaId) => Announcement | undefined;
  /** `onStored` is called once this decision has arrived. */
  readonly announce: (item: AgendaItem, decision: NewDecision, onStored?: () => void) => void;
  readonly undo: (idea: IdeaId) => void;
}

interface Waiting {
  readonly go: () => void;
  readonly cancel: () => void;
}

/** `onDecided` is called for every decision that has arrived. */
export function useAnnouncements(
  onDecided: (item: AgendaItem, outcome: DecisionOutcome) => void,
): Announcements {
  const call = useCall();
  const words = useWords();
  const toast = useToast();
  const queryClient = useQueryClient();
  const [states, setStates] = useState<ReadonlyMap<IdeaId, Announcement>>(new Map());
  const waiting = useRef(new Map<IdeaId, Waiting>());
  const left = useRef(false);
  const decided = useRef(onDecided);
  decided.current = onDecided;

  const set = useCallback((idea: IdeaId, state: Announcement | undefined) => {
    setStates(before => {
      const after = new Map(before);
      if (state === undefined) after.delete(idea);
      else after.set(idea, state);
      return after;
    });
  }, []);

  const send = async (item: AgendaItem, body: NewDecision, onStored?: () => void) => {
    set(item.id, { state: 'sending', outcome: body.outcome });
    try {
      const path = { organization: item.organization, idea: item.id };
      const { decision } = await call(decideIdea, { path, body });
      onStored?.();
      if (decision !== undefined && !left.current) decided.current(item, decision.outcome);
      // Until the agenda is read again, the idea would still look undecided.
      await queryClient.invalidateQueries({
        queryKey: agendaKey(item.organization, item.agendaRound),
      });
      ideasChanged(queryClient);
      set(item.id, undefined);
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      set(item.id, { state: 'refused', error });
      if (left.current) toast(words.lateFailure(item.title, explain(error, words)));
    }
  };

  const announce: Announcements['announce'] = (item, decision, onStored) => {
    if (waiting.current.has(item.id)) return;
    const go = () => {
      clearTimeout(timer);
      waiting.current.delete(item.id);
      void send(item, decision, onStored);
    };
    const timer = setTimeout(go, UNDO_MILLIS);
    waiting.current.set(item.id, { go, cancel: () => clearTimeout(timer) });
    set(item.id, { state: 'waiting', outcome: decision.outcome });
  };
  const undo = (idea: IdeaId) => {
    waiting.current.get(idea)?.cancel();
    if (waiting.current.delete(idea)) set(idea, undefined);
  };

  useEffect(() => {
    const sendAll = () => {
      for (const { go } of [...waiting.current.values()]) go();
    };
    const hidden = () => {
      if (document.visibilityState === 'hidden') sendAll();
    };
    document.addEventListener('visibilitychange', hidden);
    addEventListener('pagehide', sendAll);
    return () => {
      document.removeEventListener('visibilitychange', hidden);
      removeEventListener('pagehide', sendAll);
      left.current = true;
      sendAll();
    };
  }, []);

  return { of: idea => states.get(idea), announce, undo };
}
