/**
 * The addresses of the pages. Links are made here, from branded ids, so that no page spells
 * another's address; the routers' patterns are beside them.
 */
import type {
  IdeaId,
  MemberId,
  OrganizationId,
  RoundId,
  ZoneId,
} from '../shared/domain/kernel/ids.ts';

export const PATTERNS = {
  organization: '/o/:organization/*?',
  home: '/o/:organization',
  me: '/o/:organization/me',
  desk: '/o/:organization/desk',
  handIn: '/o/:organization/new',
  /** Of the organization that was open last: a shortcut on a phone's screen knows none. */
  submitAnywhere: '/new',
  mine: '/o/:organization/mine',
  contact: '/o/:organization/mine/contact',
  unnamed: '/o/:organization/unnamed',
  outbox: '/o/:organization/outbox',
  work: '/o/:organization/mine/work',
  round: '/o/:organization/rounds/:round?',
  idea: '/o/:organization/ideas/:idea',
  certificate: '/o/:organization/ideas/:idea/certificate',
  bulletin: '/o/:organization/bulletin/:round?',
  poster: '/o/:organization/poster',
  tracking: '/o/:organization/implementations',
  agenda: '/o/:organization/committee/agenda/:round?',
  screening: '/o/:organization/committee/screening/:round?',
  slip: '/o/:organization/committee/slips',
  import: '/o/:organization/committee/slips/import',
  replies: '/o/:organization/committee/replies',
  followUp: '/o/:organization/committee/follow-up',
  committeeIdea: '/o/:organization/committee/ideas/:idea',
  series: '/o/:organization/manager/numbers/series',
  numbers: '/o/:organization/manager/numbers/:round?',
  acceptance: '/o/:organization/manager/work',
  rewards: '/o/:organization/manager/work/rewards',
  overdue: '/o/:organization/manager/work/overdue',
  members: '/o/:organization/administrator',
  member: '/o/:organization/administrator/members/:member',
  newMember: '/o/:organization/administrator/new-member',
  memberFile: '/o/:organization/administrator/member-file',
  settings: '/o/:organization/administrator/settings/:part?',
  calendar: '/o/:organization/administrator/calendar',
  audit: '/o/:organization/administrator/audit',
  zone: '/zone',
  zoneRound: '/zone/:zone?/:round?',
} as const;

const below =
  (...segments: readonly string[]) =>
  (organization: OrganizationId, last?: IdeaId | MemberId | RoundId): string =>
    ['/o', organization, ...segments, ...(last === undefined ? [] : [last])].join('/');

export const paths = {
  organization: (organization: OrganizationId): string => `/o/${organization}`,
  me: (organization: OrganizationId): string => below('me')(organization),
  desk: (organization: OrganizationId): string => below('desk')(organization),
  handIn: (organization: OrganizationId): string => below('new')(organization),
  mine: (organization: OrganizationId): string => below('mine')(organization),
  contact: (organization: OrganizationId): string => below('mine', 'contact')(organization),
  unnamed: (organization: OrganizationId): string => below('unnamed')(organization),
  outbox: (organization: OrganizationId): string => below('outbox')(organization),
  work: (organization: OrganizationId): string => below('mine', 'work')(organization),
  round: (organization: OrganizationId, round?: RoundId): string =>
    below('rounds')(organization, round),
  idea: (organization: OrganizationId, idea: IdeaId): string => below('ideas')(organization, idea),
  certificate: (organization: OrganizationId, idea: IdeaId): string =>
    `${paths.idea(organization, idea)}/certificate`,
  poster: (organization: OrganizationId): string => below('poster')(organization),
  bulletin: (organization: OrganizationId, round?: RoundId): string =>
    below('bulletin')(organization, round),
  tracking: (organization: OrganizationId): string => below('implementations')(organization),
  agenda: (organization: OrganizationId, round?: RoundId): string =>
    below('committee', 'agenda')(organization, round),
  /** The agenda with one of its ideas open. */
  agendaItem: (organization: OrganizationId, round: RoundId, idea: IdeaId): string =>
    `${below('committee', 'agenda')(organization, round)}?${new URLSearchParams({ idea })}`,
  /** The agenda's list of what the chair can announce. */
  toDecide: (organization: OrganizationId, round: RoundId): string =>
    `${below('committee', 'agenda')(organization, round)}?view=list&show=decide`,
  screening: (organization: OrganizationId, round?: RoundId): string =>
    below('committee', 'screening')(organization, round),
  slip: (organization: OrganizationId): string => below('committee', 'slips')(organization),
  import: (organization: OrganizationId): string =>
    below('committee', 'slips', 'import')(organization),
  replies: (organization: OrganizationId): string => below('committee', 'replies')(organization),
  followUp: (organization: OrganizationId): string => below('committee', 'follow-up')(organization),
  series: (organization: OrganizationId): string =>
    below('manager', 'numbers', 'series')(organization),
  numbers: (organization: OrganizationId, round?: RoundId): string =>
    below('manager', 'numbers')(organization, round),
  acceptance: (organization: OrganizationId): string => below('manager', 'work')(organization),
  rewards: (organization: OrganizationId): string =>
    below('manager', 'work', 'rewards')(organization),
  overdue: (organization: OrganizationId): string =>
    below('manager', 'work', 'overdue')(organization),
  members: (organization: OrganizationId): string => below('administrator')(organization),
  member: (organization: OrganizationId, member: MemberId): string =>
    below('administrator', 'members')(organization, member),
  newMember: (organization: OrganizationId): string =>
    below('administrator', 'new-member')(organization),
  memberFile: (organization: OrganizationId): string =>
    below('administrator', 'member-file')(organization),
  settings: (organization: OrganizationId, part?: string): string =>
    below('administrator', 'settings', ...(part === undefined ? [] : [part]))(organization),
  calendar: (organization: OrganizationId): string =>
    below('administrator', 'calendar')(organization),
  audit: (organization: OrganizationId): string => below('administrator', 'audit')(organization),
  publicBulletin: (organization: OrganizationId, round: RoundId): string =>
    `/public/${organization}/${round}`,
  zone: (zone: ZoneId, round?: RoundId): string =>
    ['/zone', zone, ...(round === undefined ? [] : [round])].join('/'),
};
