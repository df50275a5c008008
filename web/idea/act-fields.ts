/**
 * What somebody types for an act on an idea, kept on the device by member too, since phones are handed around on a shop floor.
 */
import type { IdeaId, OrganizationId } from '../../shared/domain/ids.ts';
import type { IdeaAct } from '../../shared/domain/transitions.ts';
import { type Fields, type KeptFields, useKeptFields } from '../form/kept-fields.ts';
import { useOrganization } from '../shell/organization-context.tsx';

interface Place {
  readonly organization: OrganizationId;
  readonly id: IdeaId;
}

/** `start` is what stands in the fields when nothing was kept. */
export function useActFields<Of extends Fields>(
  act: IdeaAct | 'decide' | 'vote',
  { organization, id }: Place,
  start: Of,
): KeptFields<Of> {
  const { membership } = useOrganization();
  return useKeptFields(`golden-ideas:${act}:${organization}:${membership.memberId}:${id}`, start);
}
