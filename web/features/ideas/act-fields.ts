/**
 * The typed fields of an act on an idea, stored on the device by member too, since phones are
 * passed around on a shop floor.
 */
import type { IdeaAct } from '../../../shared/domain/idea/lifecycle.ts';
import type { IdeaId } from '../../../shared/domain/kernel/ids.ts';
import { useOwnPlace } from '../../session/use-own-place.ts';
import { type Fields, type StoredFields, useStoredFields } from '../../ui/form/stored-fields.ts';

interface Place {
  readonly id: IdeaId;
}

/** `start` has the initial values if nothing is stored. */
export function useActFields<Of extends Fields>(
  act: IdeaAct | 'decide' | 'vote',
  { id }: Place,
  start: Of,
): StoredFields<Of> {
  return useStoredFields(useOwnPlace(act, id), start);
}
