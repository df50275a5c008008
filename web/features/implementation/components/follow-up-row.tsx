/** A row of a table of follow-up: its cells, and below them its acts once they are opened. */
import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { People } from '../../../ui/person.tsx';
import type { HandledIdea } from '../../screening/index.ts';
import { useImplementationWords } from '../words.ts';
import { type Following, FollowUpActs } from './follow-up-acts.tsx';

interface Props {
  readonly idea: HandledIdea;
  readonly people: People;
  /** The number of the table's columns. */
  readonly columns: number;
  /** What the row's button does. */
  readonly name: string;
  /** The act whose form is open at first. */
  readonly start?: Following;
  readonly onSaid: (said: string) => void;
  readonly children: ComponentChildren;
}

export function FollowUpRow({ idea, people, columns, name, start, onSaid, children }: Props) {
  const words = useImplementationWords();
  const id = useId();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(
    () => () => {
      const { current } = button;
      if (current === null || current !== document.activeElement) return;
      // The row is leaving with the focus in it.
      const all = [...(current.closest('table')?.querySelectorAll('.follow-up-act button') ?? [])];
      const at = all.indexOf(current);
      const next = all[at + 1] ?? all[at - 1] ?? document.querySelector('h1');
      if (next instanceof HTMLElement) next.focus();
    },
    [],
  );
  return (
    <>
      <tr class={open ? 'open' : undefined}>
        {children}
        <td class="follow-up-act">
          <button
            ref={button}
            type="button"
            class="secondary"
            aria-label={words.labelled(name, idea.title)}
            aria-expanded={open}
            aria-controls={id}
            onClick={() => setOpen(!open)}
          >
            {name}
          </button>
        </td>
      </tr>
      <tr id={id} hidden={!open} class="follow-up-open">
        {open && (
          <td colSpan={columns}>
            <FollowUpActs
              idea={idea}
              people={people}
              start={start}
              onDone={said => {
                // The form is gone with the button that was pressed.
                button.current?.focus();
                setOpen(false);
                onSaid(said);
              }}
            />
          </td>
        )}
      </tr>
    </>
  );
}
