/**
 * The pages of every member: submission, my ideas and my work, the round's ideas, one idea, the
 * bulletin, and work in progress. The current round and its deadline are at the top of all of them.
 */
import { Redirect, Route, Switch } from 'wouter-preact';
import { NotFound } from '../shell/not-found.tsx';
import { useOrganization } from '../shell/organization-context.tsx';
import { PATTERNS, paths } from '../shell/paths.ts';
import { BulletinPage } from './bulletin-page.tsx';
import { IdeaPage } from './idea-page.tsx';
import { MinePage } from './mine-page.tsx';
import { RoundBanner } from './round-banner.tsx';
import { RoundPage } from './round-page.tsx';
import { HandInPage } from './submit-page.tsx';
import { TrackingPage } from './tracking-page.tsx';
import { UnnamedPage } from './unnamed-page.tsx';
import { WorkPage } from './work-page.tsx';

export default function EmployeePages() {
  const { organization } = useOrganization();
  return (
    <>
      <RoundBanner />
      <Switch>
        <Route path={paths.organization(organization.id)}>
          <Redirect to={paths.handIn(organization.id)} replace />
        </Route>
        <Route path={PATTERNS.handIn}>
          <HandInPage />
        </Route>
        <Route path={PATTERNS.mine}>
          <MinePage />
        </Route>
        <Route path={PATTERNS.unnamed}>
          <UnnamedPage />
        </Route>
        <Route path={PATTERNS.work}>
          <WorkPage />
        </Route>
        <Route path={PATTERNS.tracking}>
          <TrackingPage />
        </Route>
        <Route path={PATTERNS.round}>{({ round }) => <RoundPage fromAddress={round} />}</Route>
        <Route path={PATTERNS.idea}>{({ idea }) => <IdeaPage fromAddress={idea} />}</Route>
        <Route path={PATTERNS.bulletin}>
          {({ round }) => <BulletinPage fromAddress={round} />}
        </Route>
        <Route>
          <NotFound />
        </Route>
      </Switch>
    </>
  );
}
