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

type Below<Rest extends readonly unknown[]> = (
  ...segments: readonly string[]
) => (organization: OrganizationId, ...rest: Rest) => string;
const place: Below<[]> = below;
const placeOfRound: Below<[round?: RoundId]> = below;
const placeOfIdea: Below<[idea: IdeaId]> = below;
const placeOfMember: Below<[member: MemberId]> = below;

export const paths = {
  organization: (organization: OrganizationId): string => `/o/${organization}`,
  me: place('me'),
  desk: place('desk'),
  handIn: place('new'),
  mine: place('mine'),
  contact: place('mine', 'contact'),
  unnamed: place('unnamed'),
  outbox: place('outbox'),
  work: place('mine', 'work'),
  round: placeOfRound('rounds'),
  idea: placeOfIdea('ideas'),
  certificate: (organization: OrganizationId, idea: IdeaId): string =>
    `${paths.idea(organization, idea)}/certificate`,
  poster: place('poster'),
  bulletin: placeOfRound('bulletin'),
  tracking: place('implementations'),
  agenda: placeOfRound('committee', 'agenda'),
  /** The agenda with one of its ideas open. */
  agendaItem: (organization: OrganizationId, round: RoundId, idea: IdeaId): string =>
    `${paths.agenda(organization, round)}?${new URLSearchParams({ idea })}`,
  /** The agenda's list of what the chair can announce. */
  toDecide: (organization: OrganizationId, round: RoundId): string =>
    `${paths.agenda(organization, round)}?view=list&show=decide`,
  screening: placeOfRound('committee', 'screening'),
  slip: place('committee', 'slips'),
  import: place('committee', 'slips', 'import'),
  replies: place('committee', 'replies'),
  followUp: place('committee', 'follow-up'),
  series: place('manager', 'numbers', 'series'),
  numbers: placeOfRound('manager', 'numbers'),
  acceptance: place('manager', 'work'),
  rewards: place('manager', 'work', 'rewards'),
  overdue: place('manager', 'work', 'overdue'),
  members: place('administrator'),
  member: placeOfMember('administrator', 'members'),
  newMember: place('administrator', 'new-member'),
  memberFile: place('administrator', 'member-file'),
  settings: (organization: OrganizationId, part?: string): string =>
    below('administrator', 'settings', ...(part === undefined ? [] : [part]))(organization),
  calendar: place('administrator', 'calendar'),
  audit: place('administrator', 'audit'),
  publicBulletin: (organization: OrganizationId, round: RoundId): string =>
    `/public/${organization}/${round}`,
  zone: (zone: ZoneId, round?: RoundId): string =>
    ['/zone', zone, ...(round === undefined ? [] : [round])].join('/'),
};
