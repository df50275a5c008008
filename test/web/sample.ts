/**
 * The API's answers in tests of the pages: an organization, its members, and its ideas as each list
 * has them.
 */
import type { ReplyOf } from '../../shared/contract/client.ts';
import type { getAgenda } from '../../shared/contract/routes/deliberation.ts';
import type { getIdea, listIdeas } from '../../shared/contract/routes/ideas.ts';
import type {
  Category,
  Department,
  IdeaId,
  MemberId,
  OrganizationId,
  PhotoId,
  RoundId,
} from '../../shared/domain/kernel/ids.ts';
import type { Instant } from '../../shared/domain/kernel/instant.ts';
import type { Role } from '../../shared/domain/organization/organization.ts';
import type { ReadyPhoto } from '../../web/features/photos/photo.ts';
import type { Membership, OrganizationProfile } from '../../web/session/organization-context.tsx';

type ListedIdea = ReplyOf<typeof listIdeas>['items'][number];
type DetailedIdea = ReplyOf<typeof getIdea>;
type AgendaItem = ReplyOf<typeof getAgenda>['items'][number];

export const huatai = 'huatai' as OrganizationId;
export const october = '2026-10' as RoundId;
export const author = 'HT0132' as MemberId;
export const colleague = 'HT0087' as MemberId;
export const secretary = 'HT0274' as MemberId;
export const chair = 'HT0011' as MemberId;
export const safety = '安全' as Category;
const equipment = '设备' as Category;
const workshop = '机加一车间' as Department;

export const at = (local: string): Instant =>
  new Date(`${local.replace(' ', 'T')}+08:00`).toISOString() as Instant;
const ideaId = (number: number): IdeaId => `2026-10-${String(number).padStart(26, '0')}` as IdeaId;

export const sampleOrganization: OrganizationProfile = {
  id: huatai,
  name: '华泰矿冶',
  calendar: {
    timeZone: 'Asia/Shanghai',
    day: 15,
    opensAt: '09:00',
    votingDays: 3,
    closesAt: '18:00',
    publicationDays: 1,
    movedDays: {},
  },
  rules: {
    ballot: 'open',
    quorumShare: { numerator: 2, denominator: 3 },
    threshold: { numerator: 1, denominator: 2 },
  },
  targets: { ideas: 60, adoptionRate: { numerator: 3, denominator: 10 } },
  rewardBands: [{ from: 0, least: 0, most: 300 }],
  publicBulletin: false,
  blindScreening: false,
  dueDays: 30,
  departments: [workshop, '质检部' as Department],
  contacts: [],
  categories: [safety, equipment],
  currentRound: october,
  version: 1,
};

export function membershipOf(member: MemberId = author, roles: readonly Role[] = []): Membership {
  return {
    organization: huatai,
    organizationName: sampleOrganization.name,
    memberId: member,
    roles: ['employee', ...roles],
    department: workshop,
  };
}

const facts = {
  id: ideaId(1),
  organization: huatai,
  round: october,
  agendaRound: october,
  status: 'submitted' as const,
  version: 3,
  title: '行车加装限位',
  problem: '行车靠近限位时没有提示。',
  proposal: '加装声光报警器。',
  category: safety,
  department: workshop,
  authorId: author,
  unnamed: false,
  claimable: false,
  submittedAt: at('2026-10-08 10:00'),
  coAuthors: [],
  carriedOver: false,
  excellent: false,
  photos: [],
};

export function listedIdea(changes: Partial<ListedIdea> = {}): ListedIdea {
  return {
    ...facts,
    excerpt: facts.problem,
    nextStep: { step: 'screening', by: at('2026-10-15 09:00') },
    tracker: { at: 'screening', state: 'under-way' },
    supports: 2,
    comments: 0,
    supported: false,
    ...changes,
  };
}

/** An idea as its own page has it. */
export function detailedIdea(changes: Partial<DetailedIdea> = {}): DetailedIdea {
  return { ...listedIdea(), ballot: { ...open, state: 'not-open' }, history: [], ...changes };
}

const open: AgendaItem['ballot'] = {
  state: 'open',
  rule: 'open',
  mayVote: true,
  myVote: null,
  tally: null,
  turnout: { cast: 0, eligible: 4 },
  eligible: 4,
  quorum: 3,
};

export function agendaItem(
  ballot: Partial<AgendaItem['ballot']> = {},
  changes: Partial<AgendaItem> = {},
): AgendaItem {
  const idea = listedIdea({ status: 'on-agenda' });
  return { ...idea, number: 1, ballot: { ...open, ...ballot }, ...changes };
}

/** A photo as the API shows it. */
export const photo = (number: number, of: ReadyPhoto['of'], alt?: string): ReadyPhoto => ({
  id: String(number).padStart(26, '0') as PhotoId,
  state: 'ready',
  of,
  ...(alt !== undefined && { alt }),
  width: 1600,
  height: 1200,
  small: `/photos/${number}/small`,
  large: `/photos/${number}/large`,
});
