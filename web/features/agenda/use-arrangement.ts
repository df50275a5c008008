/**
 * An arrangement under way: the order as it was found, the unsaved one, and saving it. It is refused
 * if another secretary has saved an order meanwhile; then theirs is shown, and one of the two is
 * chosen.
 */
import { useQueryClient } from '@tanstack/preact-query';
import { useRef, useState } from 'preact/hooks';
import { ApiProblem } from '../../../shared/contract/client-errors.ts';
import { arrangeAgenda } from '../../../shared/contract/routes/screening.ts';
import type { AgendaOrder } from '../../../shared/domain/idea/agenda.ts';
import type { IdeaId, OrganizationId, RoundId } from '../../../shared/domain/kernel/ids.ts';
import { ideasChanged, useAct } from '../ideas/index.ts';
import type { AgendaItem } from './agenda.ts';
import { reconciled } from './arrangement.ts';

/** An order that differs from the saved one; sorted by a rule until an idea is moved by hand. */
export interface Draft {
  readonly order: readonly IdeaId[];
  readonly by?: AgendaOrder;
}

export function useArrangement(
  { organization, round }: { readonly organization: OrganizationId; readonly round: RoundId },
  items: readonly AgendaItem[],
  onSaved: (all: boolean) => void,
) {
  const queryClient = useQueryClient();
  const [draft, setDraft] = useState<Draft | undefined>(undefined);
  const newest = useRef(draft);
  newest.current = draft;
  const now = items.map(({ id }) => id);
  const [seen, setSeen] = useState<readonly IdeaId[]>(now);
  const order = reconciled(draft?.order ?? [], items);

  const saving = useAct(
    (call, { order, by, seen }: Draft & { readonly seen: readonly IdeaId[] }) =>
      call(arrangeAgenda, {
        path: { organization, round },
        body: {
          ...(by === undefined ? { order: [...order] } : { by }),
          seen: [...seen],
        },
      }),
    ({ order: saved }, { order }) => {
      setSeen(saved);
      // Moves made in the meantime are still unsaved.
      onSaved(newest.current?.order === order);
    },
  );
  const { error } = saving;
  const conflict = error instanceof ApiProblem && error.problem.code === 'changed-meanwhile';
  const save = () => {
    if (draft === undefined) return;
    const asked = { ...draft, order };
    newest.current = asked;
    setDraft(asked);
    saving.mutate({ ...asked, seen });
  };
  return {
    order,
    draft,
    setDraft,
    saving,
    save,
    /** The other secretary's order, after a refusal. */
    theirs: conflict ? now : undefined,
    readTheirs: () => ideasChanged(queryClient),
    keepMine: () => {
      setSeen(now);
      saving.reset();
    },
    takeTheirs: () => {
      setSeen(now);
      setDraft(undefined);
      saving.reset();
    },
  };
}
