/**
 * The manager's pages: the numbers of a round, and the work that waits for acceptance, rewards and
 * attention.
 */
import { Route, Switch } from 'wouter-preact';
import { NotFound } from '../shell/not-found.tsx';
import { PATTERNS } from '../shell/paths.ts';
import { AcceptancePage } from './acceptance-page.tsx';
import { NumbersPage } from './numbers-page.tsx';
import { OverduePage } from './overdue-page.tsx';
import { RewardsPage } from './rewards-page.tsx';
import { SeriesPage } from './series-page.tsx';

export default function ManagerPages() {
  return (
    <Switch>
      <Route path={PATTERNS.series}>
        <SeriesPage />
      </Route>
      <Route path={PATTERNS.numbers}>{({ round }) => <NumbersPage fromAddress={round} />}</Route>
      <Route path={PATTERNS.acceptance}>
        <AcceptancePage />
      </Route>
      <Route path={PATTERNS.rewards}>
        <RewardsPage />
      </Route>
      <Route path={PATTERNS.overdue}>
        <OverduePage />
      </Route>
      <Route>
        <NotFound />
      </Route>
    </Switch>
  );
}
