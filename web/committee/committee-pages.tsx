/**
 * The committee's pages: the agenda with its votes and decisions, and the secretary's import of paper slips.
 */
import { Route, Switch } from 'wouter-preact';
import { NotFound } from '../shell/not-found.tsx';
import { holds, useOrganization } from '../shell/organization-context.tsx';
import { PATTERNS } from '../shell/paths.ts';
import { AgendaPage } from './agenda-page.tsx';
import { ImportPage } from './import-page.tsx';

export default function CommitteePages() {
  const { membership } = useOrganization();
  return (
    <Switch>
      <Route path={PATTERNS.agenda}>{({ round }) => <AgendaPage fromAddress={round} />}</Route>
      <Route path={PATTERNS.import}>{holds(membership, 'secretary') ? <ImportPage /> : <NotFound />}</Route>
      <Route>
        <NotFound />
      </Route>
    </Switch>
  );
}
