/**
 * The typed fields of an act on an idea, stored on the device by member too, since phones are
 * passed around on a shop floor.
 */
import type { IdeaAct } from '../../../shared/domain/idea/lifecycle.ts';
import type { IdeaId } from '../../../shared/domain/kernel/ids.ts';
import { draftOf, type Fields } from '../../ui/form/draft-fields.ts';
import { type Drafting, useDraft } from '../../ui/form/use-draft.ts';

interface Place {
  readonly id: IdeaId;
}

/** `start` has the initial values if nothing is stored. */
export function useActFields<Of extends Fields>(
  act: IdeaAct | 'decide' | 'vote',
  { id }: Place,
  start: Of,
): Pick<Drafting<Of>, 'change' | 'drop'> & { readonly fields: Of } {
  const { draft: fields, change, drop } = useDraft([act, id], draftOf(start));
  return { fields, change, drop };
}
