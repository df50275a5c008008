/**
 * The user's place and ways: the bar, the redirect after signing in, and the message for people
 * without a membership.
 */
import { screen, waitFor, within } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import {
  getMe,
  getOrganization,
  listRounds,
} from '../../../shared/contract/routes/organization.ts';
import { getZoneStatistics } from '../../../shared/contract/routes/zone.ts';
import type { OrganizationId, ZoneId } from '../../../shared/domain/kernel/ids.ts';
import type { Role } from '../../../shared/domain/organization/organization.ts';
import { en } from '../../../web/language/en.ts';
import { zh } from '../../../web/language/zh.ts';
import { FailureBoundary } from '../../../web/shell/failure-boundary.tsx';
import { lastOrganization } from '../../../web/shell/last-organization.ts';
import type { Me, Membership } from '../../../web/shell/organization-context.tsx';
import { PageTitle } from '../../../web/shell/page-title.tsx';
import { Pages } from '../../../web/shell/pages.tsx';
import { PATTERNS, paths } from '../../../web/shell/paths.ts';
import { TopBar } from '../../../web/shell/top-bar.tsx';
import { name } from '../../sample/names.ts';
import { fakeApi } from '../fake-api.ts';
import { choose, press, renderPage } from '../render-page.tsx';
import { author, huatai, membershipOf, sampleOrganization } from '../sample.ts';

afterEach(() => vi.restoreAllMocks());

const zhongcheng = 'zhongcheng' as OrganizationId;
const second: Membership = {
  ...membershipOf(),
  organization: zhongcheng,
  organizationName: '中成轴承',
};
const me = (memberships: readonly Membership[], zones: Me['zones'] = []): Me => ({
  subject: author,
  memberships: [...memberships],
  zones,
});
const office: Me['zones'][number] = {
  zone: 'xuanhua' as ZoneId,
  memberId: author,
  roles: ['zone-manager'],
  districts: [],
};
const links = (name: string) =>
  within(screen.getByRole('navigation', { name }))
    .getAllByRole('link')
    .map(({ textContent }) => textContent);

const everybody = [zh.navHandIn, zh.navMine, zh.navRound, zh.navBulletin];
it.each<[readonly Role[], readonly string[]]>([
  [[], []],
  [['committee'], [zh.navAgenda]],
  [['secretary'], [zh.navAgenda, zh.navScreening, zh.navSlips, zh.navFollowUp]],
  [['chair'], [zh.navAgenda, zh.navFollowUp]],
  [['manager'], [zh.navNumbers, zh.navAcceptance]],
  [['administrator'], [zh.navAdministration]],
])('offers who is %j what that opens, and no more', async (roles, more) => {
  const membership = membershipOf(author, roles);
  await renderPage(<TopBar me={me([membership])} membership={membership} />);
  expect(links(zh.navigation)).toEqual([...everybody, ...more]);
});

it('marks the bar’s link to the open page, or to the page above it', async () => {
  const membership = membershipOf(author, ['secretary']);
  await renderPage(<TopBar me={me([membership])} membership={membership} />, {
    address: paths.import(huatai),
  });
  expect(document.querySelector('[aria-current="page"]')?.textContent).toBe(zh.navSlips);
});

it('lets members of several organizations, or of a zone, switch between them', async () => {
  await renderPage(
    <TopBar me={me([membershipOf(), second], [office])} membership={membershipOf()} />,
  );
  const options = screen.getAllByRole('option').map(({ textContent }) => textContent);
  expect(options).toEqual([sampleOrganization.name, '中成轴承', zh.zoneTitle]);
  await choose(zh.organization, paths.organization(zhongcheng));
  await waitFor(() => expect(location.pathname).toBe(paths.organization(zhongcheng)));
});

it('names the only organization of a user without a choice, and their number', async () => {
  await renderPage(<TopBar me={me([membershipOf()])} membership={membershipOf()} />);
  expect(screen.queryByRole('combobox')).toBeNull();
  expect(screen.getByText(sampleOrganization.name)).toBeTruthy();
  expect(screen.getByText(zh.memberNumber(author))).toBeTruthy();
});

it('names the reader beside their number', async () => {
  const membership = { ...membershipOf(), name: name('王建国') };
  await renderPage(<TopBar me={me([membership])} membership={membership} />);
  expect(screen.getByText(`王建国 · ${zh.memberNumber(author)}`)).toBeTruthy();
});

it('changes the language of the bar, of the document and of the tab', async () => {
  const bar = (
    <>
      <TopBar me={me([membershipOf()])} membership={membershipOf()} />
      <PageTitle text="Ideas" />
    </>
  );
  await renderPage(bar);
  expect(document.title).toBe(`Ideas · ${zh.product}`);
  await press('English');
  await screen.findByRole('button', { name: en.signOut });
  expect(document.documentElement.lang).toBe('en');
  expect(document.title).toBe(`Ideas · ${en.product}`);
  await press('中文');
  await screen.findByRole('button', { name: zh.signOut });
});

it('signs out', async () => {
  const signOut = vi.fn(async () => undefined);
  await renderPage(<TopBar me={me([membershipOf()])} />, { signOut });
  await press(zh.signOut);
  expect(signOut).toHaveBeenCalledOnce();
});

it('leads a person on no list nowhere, and says whom to ask', async () => {
  const api = fakeApi();
  api.answer(getMe, me([]));
  await renderPage(<Pages />, { api, language: 'en' });
  await screen.findByRole('heading', { name: en.noMembershipTitle });
  expect(screen.getByRole('button', { name: en.reload })).toBeTruthy();
  expect(document.title).toContain(en.noMembershipTitle);
});

it('leads a person of a zone alone to the zone', async () => {
  const api = fakeApi();
  api.answer(getMe, me([], [office]));
  api.hold(getZoneStatistics);
  await renderPage(<Pages />, { api });
  await waitFor(() => expect(location.pathname).toBe(PATTERNS.zone));
});

it('leads to the organization that was last open on this device', async () => {
  const api = fakeApi();
  api.answer(getMe, me([membershipOf(), second]));
  api.answer(getOrganization, ({ path }) => ({ ...sampleOrganization, id: path.organization }));
  api.hold(listRounds);
  const { change } = await renderPage(<Pages />, { api, address: paths.handIn(zhongcheng) });
  await waitFor(() => expect(lastOrganization(author)).toBe(zhongcheng));
  change(null);
  history.replaceState(null, '', '/');
  change(<Pages />);
  await waitFor(() => expect(location.pathname).toContain(zhongcheng));
});

it.each([
  ['a page of a role that somebody has not', paths.agenda(huatai)],
  ['an organization that somebody is not in', paths.mine(zhongcheng)],
  ['an address that means nothing', '/nothing'],
])('says of %s that there is no such page', async (_, address) => {
  const api = fakeApi();
  api.answer(getMe, me([membershipOf()]));
  api.answer(getOrganization, sampleOrganization);
  await renderPage(<Pages />, { api, address });
  await screen.findByRole('heading', { name: zh.notFoundTitle });
  expect(screen.getByRole('link', { name: zh.toStart }).getAttribute('href')).toBe('/');
});

it('offers to reload a page that breaks while it is rendered ', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const Broken = () => {
    throw new Error('a chunk that is gone');
  };
  await renderPage(
    <FailureBoundary>
      <Broken />
    </FailureBoundary>,
    { language: 'en' },
  );
  expect(screen.getByRole('alert').textContent).toContain(en.pageBroken);
  expect(screen.getByRole('button', { name: en.reload })).toBeTruthy();
});
