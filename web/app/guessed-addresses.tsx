/**
 * An address that is no page. Many of these are the name of a page, as somebody guesses or remembers
 * it: those lead to the page, also without the organization in front.
 */
import { Redirect, useLocation } from 'wouter-preact';
import { isRoundId, type OrganizationId, type RoundId } from '../../shared/domain/kernel/ids.ts';
import { paths } from '../paths.ts';
import { NotFound } from '../ui/not-found.tsx';

type PathOf = (organization: OrganizationId, round?: RoundId) => string;

export const GUESSED: ReadonlyMap<string, PathOf> = new Map<string, PathOf>([
  ['outbox', paths.outbox],
  ['home', paths.organization],
  ['ideas', paths.round],
  ['rounds', paths.round],
  ['new', paths.handIn],
  ['submit', paths.handIn],
  ['mine', paths.mine],
  ['me', paths.me],
  ['desk', paths.desk],
  ['unnamed', paths.unnamed],
  ['contact', paths.contact],
  ['work', paths.work],
  ['tracking', paths.tracking],
  ['implementations', paths.tracking],
  ['bulletin', paths.bulletin],
  ['poster', paths.poster],
  ['committee', paths.agenda],
  ['agenda', paths.agenda],
  ['vote', paths.agenda],
  ['screening', paths.screening],
  ['slips', paths.slip],
  ['import', paths.import],
  ['replies', paths.replies],
  ['follow-up', paths.followUp],
  ['manager', paths.numbers],
  ['numbers', paths.numbers],
  ['series', paths.series],
  ['acceptance', paths.acceptance],
  ['rewards', paths.rewards],
  ['overdue', paths.overdue],
  ['administrator', paths.members],
  ['members', paths.members],
  ['new-member', paths.newMember],
  ['member-file', paths.memberFile],
  ['settings', organization => paths.settings(organization)],
  ['calendar', paths.calendar],
  ['audit', paths.audit],
]);

/** At an address that no page has; without an organization, of somebody who is in none. */
export function NoSuchPage({
  organization,
}: {
  readonly organization?: OrganizationId | undefined;
}) {
  const [address] = useLocation();
  const [, name = '', round = ''] =
    /^(?:\/o\/[^/]+)?\/([\w-]+)(?:\/([^/]*))?\/?$/.exec(address) ?? [];
  const path = GUESSED.get(name);
  if (organization === undefined || path === undefined) return <NotFound />;
  if (round === '') return <Redirect to={path(organization)} replace />;
  return isRoundId(round) ? <Redirect to={path(organization, round)} replace /> : <NotFound />;
}
