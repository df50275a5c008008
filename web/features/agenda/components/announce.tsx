/**
 * Announces what an idea's ballot allows, by one press. It can be undone for some seconds; until
 * then nothing is sent.
 */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useOrganization } from '../../../session/organization-context.tsx';
import { Failure } from '../../../ui/failure.tsx';
import type { AgendaItem } from '../agenda.ts';
import { askFor, type Readiness, readinessOf } from '../deciding.ts';
import type { Announcements } from '../use-announcements.ts';
import { useAgendaWords } from '../words.ts';

interface Props {
  readonly item: AgendaItem;
  readonly announcements: Announcements;
  /** In a list, where many stand one below another, none stands out. */
  readonly look?: 'secondary';
}

export function Announce({ item, announcements, look }: Props) {
  const words = useAgendaWords();
  const { organization } = useOrganization();
  const readiness = readinessOf(item, organization.rules);
  const announcement = announcements.of(item.id);
  const outcome = askFor(readiness);
  const keepFocus = useFocusOfNext(announcement?.state);
  switch (announcement?.state) {
    case 'waiting':
    case 'sending':
      return (
        <div class="announcing">
          <p role="status">
            {announcement.outcome === 'as-balloted'
              ? words.announcingSecret
              : words.announcing(words.outcomes[announcement.outcome])}
          </p>
          {announcement.state === 'waiting' && (
            <button
              ref={keepFocus.button}
              type="button"
              class="secondary"
              aria-label={words.undoOf(item.title)}
              onClick={() => {
                keepFocus.pressed();
                announcements.undo(item.id);
              }}
            >
              {words.undo}
            </button>
          )}
        </div>
      );
    case 'refused':
    case undefined: {
      const label = labelOf(readiness, words);
      return (
        <>
          {announcement !== undefined && <Failure error={announcement.error} />}
          {outcome === undefined ? (
            <p class="facts">{label}</p>
          ) : (
            <button
              ref={keepFocus.button}
              type="button"
              class={look}
              aria-label={words.announceOf(item.title, label)}
              onClick={() => {
                keepFocus.pressed();
                announcements.announce(item, { outcome });
              }}
            >
              {label}
            </button>
          )}
        </>
      );
    }
  }
}

/** The pressed button is replaced by another one, which gets its focus. */
function useFocusOfNext(state: string | undefined) {
  const button = useRef<HTMLButtonElement>(null);
  const isPressed = useRef(false);
  useLayoutEffect(() => {
    if (isPressed.current) button.current?.focus();
    isPressed.current = false;
  }, [state]);
  return {
    button,
    pressed: () => {
      isPressed.current = true;
    },
  };
}

function labelOf(readiness: Readiness, words: ReturnType<typeof useAgendaWords>): string {
  switch (readiness.state) {
    case 'ready': {
      const { outcome, tally } = readiness;
      return words.announceTally(words.outcomes[outcome], tally.approve, tally.oppose);
    }
    case 'ready-secretly':
      return words.announceSecret;
    case 'vote-first':
      return words.voteFirst;
    case 'no-quorum':
      return readiness.missing === undefined
        ? words.notQuorate
        : words.missingVotes(readiness.missing);
  }
}
