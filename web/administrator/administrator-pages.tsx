/**
 * The administrator's pages: the members, one by one and by a file; the settings; the calendar; and
 * the trail of changes.
 */
import { Route, Switch } from 'wouter-preact';
import { NotFound } from '../shell/not-found.tsx';
import { PATTERNS } from '../shell/paths.ts';
import { AuditPage } from './audit-page.tsx';
import { CalendarPage } from './calendar-page.tsx';
import { MemberFilePage } from './member-file-page.tsx';
import { MemberPage } from './member-page.tsx';
import { MembersPage } from './members-page.tsx';
import { NewMemberPage } from './new-member-page.tsx';
import { SettingsPage } from './settings-page.tsx';

export default function AdministratorPages() {
  return (
    <Switch>
      <Route path={PATTERNS.members}>
        <MembersPage />
      </Route>
      <Route path={PATTERNS.member}>{({ member }) => <MemberPage fromAddress={member} />}</Route>
      <Route path={PATTERNS.newMember}>
        <NewMemberPage />
      </Route>
      <Route path={PATTERNS.memberFile}>
        <MemberFilePage />
      </Route>
      <Route path={PATTERNS.settings}>
        <SettingsPage />
      </Route>
      <Route path={PATTERNS.calendar}>
        <CalendarPage />
      </Route>
      <Route path={PATTERNS.audit}>
        <AuditPage />
      </Route>
      <Route>
        <NotFound />
      </Route>
    </Switch>
  );
}
