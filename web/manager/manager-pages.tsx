/**
 * The manager's pages: the numbers of a round.
 */
import { Route, Switch } from 'wouter-preact';
import { NotFound } from '../shell/not-found.tsx';
import { PATTERNS } from '../shell/paths.ts';
import { NumbersPage } from './numbers-page.tsx';

export default function ManagerPages() {
  return (
    <Switch>
      <Route path={PATTERNS.numbers}>{({ round }) => <NumbersPage fromAddress={round} />}</Route>
      <Route>
        <NotFound />
      </Route>
    </Switch>
  );
}
