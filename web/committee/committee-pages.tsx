/**
 * The committee's pages: the agenda with its votes and decisions; for the secretary screening and
 * paper slips; and, shared with the chair, the follow-up of adopted ideas.
 */
import { Route, Switch } from 'wouter-preact';
import { NotFound } from '../shell/not-found.tsx';
import { holds, useOrganization } from '../shell/organization-context.tsx';
import { PATTERNS } from '../shell/paths.ts';
import { AgendaPage } from './agenda-page.tsx';
import { CommitteeIdeaPage } from './committee-idea-page.tsx';
import { FollowUpPage } from './follow-up-page.tsx';
import { ImportPage } from './import-page.tsx';
import { ScreeningPage } from './screening-page.tsx';
import { SlipPage } from './slip-page.tsx';

export default function CommitteePages() {
  const { membership } = useOrganization();
  const secretary = holds(membership, 'secretary');
  const office = secretary || holds(membership, 'chair');
  return (
    <Switch>
      <Route path={PATTERNS.agenda}>{({ round }) => <AgendaPage fromAddress={round} />}</Route>
      <Route path={PATTERNS.screening}>
        {({ round }) => (secretary ? <ScreeningPage fromAddress={round} /> : <NotFound />)}
      </Route>
      <Route path={PATTERNS.slip}>{secretary ? <SlipPage /> : <NotFound />}</Route>
      <Route path={PATTERNS.import}>{secretary ? <ImportPage /> : <NotFound />}</Route>
      <Route path={PATTERNS.followUp}>{office ? <FollowUpPage /> : <NotFound />}</Route>
      <Route path={PATTERNS.committeeIdea}>
        {({ idea }) => (office ? <CommitteeIdeaPage fromAddress={idea} /> : <NotFound />)}
      </Route>
      <Route>
        <NotFound />
      </Route>
    </Switch>
  );
}
