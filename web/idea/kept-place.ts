/**
 * Where what somebody types for an act on an idea is kept: by member too, since phones are handed around on a shop floor.
 */
import type { IdeaId, MemberId, OrganizationId } from '../../shared/domain/ids.ts';
import type { IdeaAct } from '../../shared/domain/transitions.ts';

interface Place {
  readonly organization: OrganizationId;
  readonly id: IdeaId;
}

export function keptPlace(act: IdeaAct, { organization, id }: Place, member: MemberId): string {
  return `golden-ideas:${act}:${organization}:${member}:${id}`;
}
