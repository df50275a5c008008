/**
 * The pages below `/o/:organization`, each loaded when it is opened, and the roles that open them.
 * The API decides for itself; here a page that would be refused is not offered.
 */
import type { JSX } from 'preact';
import { Redirect, Route, Switch } from 'wouter-preact';
import { listRounds } from '../../shared/contract/routes/organization.ts';
import { isIdeaId } from '../../shared/domain/kernel/ids.ts';
import type { Role } from '../../shared/domain/organization/organization.ts';
import { PATTERNS, paths } from '../paths.ts';
import { holds, type Me, useOrganization } from '../session/organization-context.tsx';
import { NotFound } from '../ui/not-found.tsx';
import { DeskPage } from './desk-page.tsx';
import {
  agendaPage,
  homePage,
  ideasPage,
  numbersPage,
  page,
  staffPage,
  submitPage,
} from './page.ts';

export const NoSuchPage = page(async () => (await import('./guessed-addresses.tsx')).NoSuchPage);
const HomePage = homePage(
  async () => (await import('../features/home/pages/home-page.tsx')).HomePage,
);
const MinePage = ideasPage(
  async () => (await import('../features/home/pages/mine-page.tsx')).MinePage,
);
const ContactPage = ideasPage(
  async () => (await import('../features/home/pages/contact-page.tsx')).ContactPage,
);
const MePage = page(async () => (await import('../features/profile/pages/me-page.tsx')).MePage);
const RoundPage = ideasPage(
  async () => (await import('../features/ideas/pages/round-page.tsx')).RoundPage,
);
const IdeaPage = ideasPage(
  async () => (await import('../features/ideas/pages/idea-page.tsx')).IdeaPage,
);
const HandInPage = submitPage(
  async () => (await import('../features/submission/pages/submit-page.tsx')).HandInPage,
);
const UnnamedPage = ideasPage(
  async () => (await import('../features/submission/pages/unnamed-page.tsx')).UnnamedPage,
);
const OutboxPage = page(
  async () => (await import('../features/outbox/pages/outbox-page.tsx')).OutboxPage,
);
const WorkPage = ideasPage(
  async () => (await import('../features/implementation/pages/work-page.tsx')).WorkPage,
);
const TrackingPage = ideasPage(
  async () => (await import('../features/implementation/pages/tracking-page.tsx')).TrackingPage,
);
const BulletinPage = ideasPage(
  async () => (await import('../features/bulletin/pages/bulletin-page.tsx')).BulletinPage,
);
const CertificatePage = staffPage(
  async () => (await import('../features/sheets/pages/certificate-page.tsx')).CertificatePage,
);
const PosterPage = staffPage(
  async () => (await import('../features/sheets/pages/poster-page.tsx')).PosterPage,
);
const AgendaPage = agendaPage(
  async () => (await import('../features/agenda/pages/agenda-page.tsx')).AgendaPage,
);
const ScreeningPage = staffPage(
  async () => (await import('../features/screening/pages/screening-page.tsx')).ScreeningPage,
);
const SlipPage = staffPage(
  async () => (await import('../features/slips/pages/slip-page.tsx')).SlipPage,
);
const ImportPage = staffPage(
  async () => (await import('../features/slips/pages/import-page.tsx')).ImportPage,
);
const RepliesPage = staffPage(
  async () => (await import('../features/replies/pages/replies-page.tsx')).RepliesPage,
);
const FollowUpPage = staffPage(
  async () => (await import('../features/implementation/pages/follow-up-page.tsx')).FollowUpPage,
);
const NumbersPage = numbersPage(
  async () => (await import('../features/numbers/pages/numbers-page.tsx')).NumbersPage,
);
const SeriesPage = numbersPage(
  async () => (await import('../features/numbers/pages/series-page.tsx')).SeriesPage,
);
const AcceptancePage = staffPage(
  async () => (await import('../features/implementation/pages/acceptance-page.tsx')).AcceptancePage,
);
const OverduePage = staffPage(
  async () => (await import('../features/implementation/pages/overdue-page.tsx')).OverduePage,
);
const RewardsPage = staffPage(
  async () => (await import('../features/rewards/pages/rewards-page.tsx')).RewardsPage,
);
const MembersPage = staffPage(
  async () => (await import('../features/members/pages/members-page.tsx')).MembersPage,
);
const MemberPage = staffPage(
  async () => (await import('../features/members/pages/member-page.tsx')).MemberPage,
);
const NewMemberPage = staffPage(
  async () => (await import('../features/members/pages/new-member-page.tsx')).NewMemberPage,
);
const MemberFilePage = staffPage(
  async () => (await import('../features/members/pages/member-file-page.tsx')).MemberFilePage,
);
const SettingsPage = staffPage(
  async () => (await import('../features/settings/pages/settings-page.tsx')).SettingsPage,
);
const CalendarPage = staffPage(
  async () => (await import('../features/calendar/pages/calendar-page.tsx')).CalendarPage,
);
const AuditPage = staffPage(
  async () => (await import('../features/audit/pages/audit-page.tsx')).AuditPage,
);

/** The pages that people open the application with, the loading of each, and what each reads. */
export const FIRST_PAGES = [
  [PATTERNS.home, HomePage.preload, []],
  [PATTERNS.handIn, HandInPage.preload, []],
  [PATTERNS.round, RoundPage.preload, [listRounds]],
  [PATTERNS.idea, IdeaPage.preload, [listRounds]],
  [PATTERNS.agenda, AgendaPage.preload, [listRounds]],
  [PATTERNS.numbers, NumbersPage.preload, [listRounds]],
] as const;

/** The pages of a role. */
const COMMITTEE: readonly Role[] = ['committee', 'chair', 'secretary'];
const OFFICE: readonly Role[] = ['secretary', 'chair'];
const SECRETARY: readonly Role[] = ['secretary'];
const MANAGER: readonly Role[] = ['manager'];
const ADMINISTRATOR: readonly Role[] = ['administrator'];

export function OrganizationRoutes({ me }: { readonly me: Me }) {
  const { organization, membership } = useOrganization();
  const only = (roles: readonly Role[], page: JSX.Element) =>
    holds(membership, ...roles) ? page : <NotFound />;
  return (
    <Switch>
      <Route path={paths.organization(organization.id)}>
        <HomePage />
      </Route>
      <Route path={PATTERNS.me}>
        <MePage me={me} />
      </Route>
      <Route path={PATTERNS.desk}>
        <DeskPage />
      </Route>
      <Route path={PATTERNS.handIn}>
        <HandInPage />
      </Route>
      <Route path={PATTERNS.mine}>
        <MinePage />
      </Route>
      <Route path={PATTERNS.contact}>
        <ContactPage />
      </Route>
      <Route path={PATTERNS.unnamed}>
        <UnnamedPage />
      </Route>
      <Route path={PATTERNS.outbox}>
        <OutboxPage />
      </Route>
      <Route path={PATTERNS.work}>
        <WorkPage />
      </Route>
      <Route path={PATTERNS.tracking}>
        <TrackingPage />
      </Route>
      <Route path={PATTERNS.round}>{({ round }) => <RoundPage fromAddress={round} />}</Route>
      <Route path={PATTERNS.idea}>{({ idea }) => <IdeaPage fromAddress={idea} />}</Route>
      <Route path={PATTERNS.certificate}>
        {({ idea }) => <CertificatePage fromAddress={idea} />}
      </Route>
      <Route path={PATTERNS.poster}>
        <PosterPage />
      </Route>
      <Route path={PATTERNS.bulletin}>{({ round }) => <BulletinPage fromAddress={round} />}</Route>
      <Route path={PATTERNS.agenda}>
        {({ round }) => only(COMMITTEE, <AgendaPage fromAddress={round} />)}
      </Route>
      <Route path={PATTERNS.screening}>
        {({ round }) => only(SECRETARY, <ScreeningPage fromAddress={round} />)}
      </Route>
      <Route path={PATTERNS.slip}>{only(SECRETARY, <SlipPage />)}</Route>
      <Route path={PATTERNS.import}>{only(SECRETARY, <ImportPage />)}</Route>
      <Route path={PATTERNS.replies}>{only(OFFICE, <RepliesPage />)}</Route>
      <Route path={PATTERNS.followUp}>{only(OFFICE, <FollowUpPage />)}</Route>
      <Route path={PATTERNS.committeeIdea}>
        {({ idea }) =>
          isIdeaId(idea) ? (
            <Redirect to={paths.idea(organization.id, idea)} replace />
          ) : (
            <NotFound />
          )
        }
      </Route>
      <Route path={PATTERNS.series}>{only(MANAGER, <SeriesPage />)}</Route>
      <Route path={PATTERNS.numbers}>
        {({ round }) => only(MANAGER, <NumbersPage fromAddress={round} />)}
      </Route>
      <Route path={PATTERNS.acceptance}>{only(MANAGER, <AcceptancePage />)}</Route>
      <Route path={PATTERNS.rewards}>{only(MANAGER, <RewardsPage />)}</Route>
      <Route path={PATTERNS.overdue}>{only(MANAGER, <OverduePage />)}</Route>
      <Route path={PATTERNS.members}>{only(ADMINISTRATOR, <MembersPage />)}</Route>
      <Route path={PATTERNS.member}>
        {({ member }) => only(ADMINISTRATOR, <MemberPage fromAddress={member} />)}
      </Route>
      <Route path={PATTERNS.newMember}>{only(ADMINISTRATOR, <NewMemberPage />)}</Route>
      <Route path={PATTERNS.memberFile}>{only(ADMINISTRATOR, <MemberFilePage />)}</Route>
      <Route path={PATTERNS.settings}>
        {({ part }) => only(ADMINISTRATOR, <SettingsPage fromAddress={part} />)}
      </Route>
      <Route path={PATTERNS.calendar}>{only(ADMINISTRATOR, <CalendarPage />)}</Route>
      <Route path={PATTERNS.audit}>{only(ADMINISTRATOR, <AuditPage />)}</Route>
      <Route>
        <NoSuchPage organization={organization.id} />
      </Route>
    </Switch>
  );
}
