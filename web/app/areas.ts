/**
 * The areas of the pages that a member's roles open, in groups: for the rail of a desktop, and for
 * the desk of a phone. Each knows the tasks that are done there, for its badge.
 */
import type { TASKS } from '../../shared/contract/schemas/today.ts';
import type { Dictionary } from '../i18n/zh.ts';
import { paths } from '../paths.ts';
import { holds, type Membership } from '../session/organization-context.tsx';
import {
  Award,
  CalendarDays,
  ChartColumn,
  ClipboardCheck,
  FileText,
  Gavel,
  Hammer,
  House,
  Inbox,
  Lightbulb,
  Megaphone,
  MessageSquare,
  PenLine,
  Plus,
  ScrollText,
  Settings,
  Users,
} from '../ui/icon.ts';

export type Task = (typeof TASKS)[number];

export interface Area {
  readonly href: string;
  readonly name: string;
  readonly Icon: typeof House;
  /** The tasks that are done on its pages. */
  readonly tasks: readonly Task[];
}

export interface AreaGroup {
  readonly name: string;
  readonly areas: readonly Area[];
}

/** The areas of every member. */
export function ownAreas({ organization }: Membership, words: Dictionary): Area[] {
  return [
    { href: paths.organization(organization), name: words.navHome, Icon: House, tasks: [] },
    { href: paths.round(organization), name: words.navIdeas, Icon: Lightbulb, tasks: [] },
    { href: paths.handIn(organization), name: words.navHandIn, Icon: Plus, tasks: [] },
    { href: paths.bulletin(organization), name: words.navBulletin, Icon: Megaphone, tasks: [] },
    {
      href: paths.mine(organization),
      name: words.navMine,
      Icon: PenLine,
      tasks: ['revise', 'co-authorship', 'give-opinion'],
    },
    { href: paths.work(organization), name: words.navWork, Icon: Hammer, tasks: ['work'] },
  ];
}

/** The groups of areas for staff; none for a member without a further role. */
export function staffAreas(membership: Membership, words: Dictionary): AreaGroup[] {
  const { organization } = membership;
  const secretary = holds(membership, 'secretary');
  const chair = holds(membership, 'chair');
  const groups: AreaGroup[] = [
    {
      name: words.navCommittee,
      areas: [
        ...(holds(membership, 'committee', 'chair', 'secretary')
          ? [
              {
                href: paths.agenda(organization),
                name: words.navAgenda,
                Icon: Gavel,
                tasks: ['vote', 'decide'] as const,
              },
            ]
          : []),
        ...(secretary
          ? [
              {
                href: paths.screening(organization),
                name: words.navScreening,
                Icon: Inbox,
                tasks: ['screen'] as const,
              },
              {
                href: paths.slip(organization),
                name: words.navSlips,
                Icon: FileText,
                tasks: [],
              },
            ]
          : []),
        ...(secretary || chair
          ? [
              {
                href: paths.replies(organization),
                name: words.navReplies,
                Icon: MessageSquare,
                tasks: ['reply', 'answer-appeal'] as const,
              },
              {
                href: paths.followUp(organization),
                name: words.navFollowUp,
                Icon: ClipboardCheck,
                tasks: ['assign'] as const,
              },
            ]
          : []),
      ],
    },
    {
      name: words.navManager,
      areas: holds(membership, 'manager')
        ? [
            {
              href: paths.numbers(organization),
              name: words.navNumbers,
              Icon: ChartColumn,
              tasks: [],
            },
            {
              href: paths.acceptance(organization),
              name: words.navAcceptance,
              Icon: ClipboardCheck,
              tasks: ['accept'],
            },
            {
              href: paths.rewards(organization),
              name: words.navRewards,
              Icon: Award,
              tasks: ['approve-reward', 'pay-reward'],
            },
          ]
        : [],
    },
    {
      name: words.navAdministration,
      areas: holds(membership, 'administrator')
        ? [
            {
              href: paths.members(organization),
              name: words.tabMembers,
              Icon: Users,
              tasks: [],
            },
            {
              href: paths.settings(organization),
              name: words.tabSettings,
              Icon: Settings,
              tasks: [],
            },
            {
              href: paths.calendar(organization),
              name: words.tabCalendar,
              Icon: CalendarDays,
              tasks: [],
            },
            { href: paths.audit(organization), name: words.tabAudit, Icon: ScrollText, tasks: [] },
          ]
        : [],
    },
  ];
  return groups.filter(({ areas }) => areas.length > 0);
}
