/**
 * The addresses of the pages. Links are made here, from branded ids, so that no page spells another's address; the patterns that
 * the routers match stand beside them.
 */
import type { IdeaId, OrganizationId, RoundId } from '../../shared/domain/ids.ts';

export const PATTERNS = {
  organization: '/o/:organization/*?',
  committee: '/o/:organization/committee/*?',
  manager: '/o/:organization/manager/*?',
  handIn: '/o/:organization/new',
  mine: '/o/:organization/mine',
  round: '/o/:organization/rounds/:round?',
  idea: '/o/:organization/ideas/:idea',
  bulletin: '/o/:organization/bulletin/:round?',
  agenda: '/o/:organization/committee/agenda/:round?',
  import: '/o/:organization/committee/import',
  numbers: '/o/:organization/manager/numbers/:round?',
  zone: '/zone',
} as const;

const below =
  (...segments: readonly string[]) =>
  (organization: OrganizationId, last?: IdeaId | RoundId): string =>
    ['/o', organization, ...segments, ...(last === undefined ? [] : [last])].join('/');

export const paths = {
  organization: (organization: OrganizationId): string => `/o/${organization}`,
  handIn: (organization: OrganizationId): string => below('new')(organization),
  mine: (organization: OrganizationId): string => below('mine')(organization),
  round: (organization: OrganizationId, round?: RoundId): string => below('rounds')(organization, round),
  idea: (organization: OrganizationId, idea: IdeaId): string => below('ideas')(organization, idea),
  bulletin: (organization: OrganizationId, round?: RoundId): string => below('bulletin')(organization, round),
  agenda: (organization: OrganizationId, round?: RoundId): string =>
    below('committee', 'agenda')(organization, round),
  import: (organization: OrganizationId): string => below('committee', 'import')(organization),
  numbers: (organization: OrganizationId, round?: RoundId): string =>
    below('manager', 'numbers')(organization, round),
};
