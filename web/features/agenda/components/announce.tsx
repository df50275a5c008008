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
          <button
            ref={keepFocus.button}
            type="button"
            class="secondary"
            aria-label={words.undoOf(item.title)}
            {...(announcement.state === 'sending' && { 'aria-disabled': 'true' })}
            onClick={() => {
              if (announcement.state === 'sending') return;
              keepFocus.pressed();
              announcements.undo(item.id);
            }}
          >
            {words.undo}
          </button>
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

/**
 * The pressed button is replaced by another one, which gets its focus. When the decision is stored
 * and the part is gone, the next row of the list has it, or the heading of the idea.
 */
function useFocusOfNext(state: string | undefined) {
  const button = useRef<HTMLButtonElement>(null);
  const isPressed = useRef(false);
  // Before another one is in its place. Safari gives a pressed button no focus.
  const hadFocus = button.current !== null && button.current === document.activeElement;
  useLayoutEffect(() => {
    if (isPressed.current || hadFocus) button.current?.focus();
    isPressed.current = false;
  }, [state]);
  useLayoutEffect(
    () => () => {
      if (button.current !== document.activeElement) return;
      const row = button.current?.closest('li');
      const neighbour = row?.nextElementSibling ?? row?.previousElementSibling;
      const next = neighbour?.querySelector('button');
      (next ?? document.querySelector<HTMLElement>('article h2, h1'))?.focus();
    },
    [],
  );
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
