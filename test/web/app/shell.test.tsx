/**
 * The user's place and ways: the bar, the redirect after signing in, and the message for people
 * without a membership.
 */
import { act, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, expect, it, onTestFinished, vi } from 'vitest';
import { listMyIdeas } from '../../../shared/contract/routes/ideas.ts';
import {
  getMe,
  getOrganization,
  getToday,
  listRounds,
} from '../../../shared/contract/routes/organization.ts';
import { getZoneSeries } from '../../../shared/contract/routes/zone.ts';
import type { OrganizationId, ZoneId } from '../../../shared/domain/kernel/ids.ts';
import type { Role } from '../../../shared/domain/organization/organization.ts';
import { FailureBoundary } from '../../../web/app/failure-boundary.tsx';
import { GUESSED } from '../../../web/app/guessed-addresses.tsx';
import { Pages } from '../../../web/app/pages.tsx';
import { Shell } from '../../../web/app/shell.tsx';
import { en } from '../../../web/i18n/en.ts';
import { zh } from '../../../web/i18n/zh.ts';
import { notePlace } from '../../../web/outbox/count.ts';
import { PATTERNS, paths } from '../../../web/paths.ts';
import { lastOrganization } from '../../../web/session/last-organization.ts';
import type { Me, Membership } from '../../../web/session/organization-context.tsx';
import { device } from '../../../web/storage/browser-storage.ts';
import { PageTitle } from '../../../web/ui/page-title.tsx';
import { date, instant, name, round } from '../../sample/names.ts';
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
const shell = (roles: readonly Role[] = []) => {
  const membership = membershipOf(author, roles);
  return (
    <Shell me={me([membership])} membership={membership}>
      <p />
    </Shell>
  );
};
/** The names of the links in the rail of a desktop, or in the bar of a phone. */
const links = (place: 'rail' | 'bar') => {
  const [rail, bar] = screen.getAllByRole('navigation', { name: zh.navigation });
  return within((place === 'rail' ? rail : bar) ?? fail(place))
    .getAllByRole('link')
    .map(({ textContent }) => textContent);
};
const fail = (what: string): never => {
  throw new Error(`there is no ${what}`);
};
/** An API where nothing waits for anybody. */
const quiet = () => {
  const api = fakeApi();
  api.hold(getToday);
  return api;
};

const everybody = [zh.navHome, zh.navIdeas, zh.navHandIn, zh.navBulletin, zh.navMine, zh.navWork];
it.each<[readonly Role[], readonly string[]]>([
  [[], []],
  [['committee'], [zh.navAgenda]],
  [['secretary'], [zh.navAgenda, zh.navScreening, zh.navSlips, zh.navReplies, zh.navFollowUp]],
  [['chair'], [zh.navAgenda, zh.navReplies, zh.navFollowUp]],
  [['manager'], [zh.navNumbers, zh.navAcceptance, zh.navRewards]],
  [['administrator'], [zh.tabMembers, zh.tabSettings, zh.tabCalendar, zh.tabAudit]],
])('offers who is %j what that opens, and no more', async (roles, more) => {
  await renderPage(shell(roles), { api: quiet() });
  expect(links('rail')).toEqual([...everybody, ...more]);
  expect(links('bar').includes(zh.navDesk)).toBe(more.length > 0);
});

it('marks the link to the open page, or to the page above it', async () => {
  await renderPage(shell(['secretary']), { api: quiet(), address: paths.import(huatai) });
  expect(document.querySelector('[aria-current="page"]')?.textContent).toBe(zh.navSlips);
});

it.each([
  [7, false, '7'],
  // What is not counted to the end does not contradict the numbers of the page behind the link.
  [20, true, '20\\+'],
])('counts on a link what waits behind it: %d, more: %s', async (count, more, shown) => {
  const api = fakeApi();
  api.answer(getToday, {
    day: date('2026-11-10'),
    tasks: [{ kind: 'screen', count, more, ideas: [] }],
    round: {
      id: round('2026-11'),
      state: 'collecting',
      opensAt: instant('2026-11-15T01:00:00.000Z'),
      intakeEndsAt: instant('2026-11-15T16:00:00.000Z'),
      closesAt: instant('2026-11-17T10:00:00.000Z'),
      publishesAt: instant('2026-11-18T10:00:00.000Z'),
      submitted: 12,
      target: 60,
    },
  });
  await renderPage(shell(['secretary']), { api });
  const counted = await screen.findAllByRole('link', {
    name: new RegExp(`${shown}\\s*${zh.waiting}$`),
  });
  expect(counted.map(link => link.getAttribute('href'))).toEqual([
    paths.screening(huatai),
    paths.desk(huatai),
  ]);
});

it('lets members of several organizations, or of a zone, switch between them', async () => {
  await renderPage(
    <Shell me={me([membershipOf(), second], [office])} membership={membershipOf()}>
      <p />
    </Shell>,
    { api: quiet() },
  );
  const options = screen.getAllByRole('option').map(({ textContent }) => textContent);
  expect(options).toEqual([sampleOrganization.name, '中成轴承', zh.zoneTitle]);
  await choose(zh.organization, paths.organization(zhongcheng));
  await waitFor(() => expect(location.pathname).toBe(paths.organization(zhongcheng)));
});

it('names the only organization of a user without a choice, and their number', async () => {
  await renderPage(shell(), { api: quiet() });
  expect(screen.queryByRole('combobox')).toBeNull();
  expect(screen.getAllByText(sampleOrganization.name)).not.toHaveLength(0);
  expect(screen.getByText(zh.memberNumber(author))).toBeTruthy();
});

it('names the reader beside their number', async () => {
  const membership = { ...membershipOf(), name: name('王建国') };
  await renderPage(
    <Shell me={me([membership])} membership={membership}>
      <p />
    </Shell>,
    { api: quiet() },
  );
  expect(screen.getByText(`王建国 · ${zh.memberNumber(author)}`)).toBeTruthy();
});

it('changes the language of the bar, of the document and of the tab', async () => {
  const bar = (
    <Shell me={me([membershipOf()])} membership={membershipOf()}>
      <PageTitle text="Ideas" />
    </Shell>
  );
  await renderPage(bar, { api: quiet() });
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
  await renderPage(shell(), { api: quiet(), signOut });
  await press(zh.signOut);
  expect(signOut).toHaveBeenCalledOnce();
});

it('asks for the organization and what waits there while it is still asked who opens it, once', async () => {
  const api = fakeApi();
  const whoOpens = api.hold(getMe);
  const organizations = api.hold(getOrganization);
  api.hold(getToday);
  await renderPage(<Pages />, { api, address: paths.mine(huatai) });
  for (const route of [getOrganization, getToday])
    expect(api.asked(route)).toEqual([{ path: { organization: huatai } }]);
  expect(organizations).toHaveLength(1);
  for (const { answer } of whoOpens) answer(me([membershipOf()]));
  await screen.findAllByRole('navigation', { name: zh.navigation });
  for (const route of [getOrganization, getToday]) expect(api.asked(route)).toHaveLength(1);
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
  api.hold(getZoneSeries);
  await renderPage(<Pages />, { api });
  await waitFor(() => expect(location.pathname).toBe(PATTERNS.zone));
  await screen.findByRole('heading', { level: 1 });
  // A phone's top bar has no room for the name of the only place.
  expect(document.querySelector('.top-bar')?.textContent).not.toContain(zh.zoneTitle);
});

it('leads to the organization that was last open on this device', async () => {
  const api = quiet();
  api.answer(getMe, me([membershipOf(), second]));
  api.answer(getOrganization, ({ path }) => ({ ...sampleOrganization, id: path.organization }));
  for (const reading of [listRounds, listMyIdeas]) api.hold(reading);
  const { change } = await renderPage(<Pages />, { api, address: paths.handIn(zhongcheng) });
  await waitFor(() => expect(lastOrganization(author)).toBe(zhongcheng));
  change(null);
  history.replaceState(null, '', '/');
  change(<Pages />);
  await waitFor(() => expect(location.pathname).toContain(zhongcheng));
});

it.each([
  ['/o/huatai/ideas', paths.round(huatai)],
  ['/o/huatai/ideas/', paths.round(huatai)],
  ['/o/huatai/rewards', paths.rewards(huatai)],
  ['/o/huatai/numbers/2026-10', paths.numbers(huatai, round('2026-10'))],
  ['/o/huatai/committee', paths.agenda(huatai)],
  ['/bulletin/2026-10', paths.bulletin(huatai, round('2026-10'))],
  ['/me', paths.me(huatai)],
])('leads from %s, as somebody guesses it, to the page', async (address, page) => {
  const api = quiet();
  api.answer(getMe, me([membershipOf()]));
  api.answer(getOrganization, sampleOrganization);
  await renderPage(<Pages />, { api, address });
  await waitFor(() => expect(location.pathname).toBe(page));
});

it('leads to every page by the last word of its address', async () => {
  const ofAPage = Object.values(PATTERNS).filter(
    pattern => !/\/:(idea|member|zone)(\/|$)|^\/zone|[*]/.test(pattern),
  );
  for (const pattern of ofAPage) {
    const name =
      pattern
        .replace(/\/:\w+[?]/, '')
        .split('/')
        .at(-1) ?? '';
    if (name === ':organization') continue;
    expect(GUESSED.has(name), pattern).toBe(true);
  }
});

it.each([
  ['a page of a role that somebody has not', paths.agenda(huatai)],
  ['an organization that somebody is not in', paths.mine(zhongcheng)],
  ['an address that means nothing', '/nothing'],
  ['a page of no round', '/o/huatai/bulletin/october/2'],
])('says of %s that there is no such page', async (_, address) => {
  const api = quiet();
  api.answer(getMe, me([membershipOf()]));
  api.answer(getOrganization, sampleOrganization);
  // Read ahead for a page that chooses a round, before it is known who opens it.
  api.hold(listRounds);
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

it('counts what waits to be sent once sending takes longer than usual', async () => {
  const place = notePlace(author);
  await renderPage(shell(), { api: quiet() });
  vi.useFakeTimers();
  onTestFinished(() => {
    vi.useRealTimers();
    device.removeItem(place);
  });
  const tell = (note: string) =>
    act(() => {
      if (note === '') device.removeItem(place);
      else device.setItem(place, note);
      dispatchEvent(new StorageEvent('storage', { key: place }));
    });
  const wait = (ms: number) => act(() => void vi.advanceTimersByTime(ms));
  tell('0waiting');
  wait(1500);
  expect(links('rail')).not.toContain(zh.navOutbox);
  tell('');
  wait(1500);
  tell('1waiting');
  wait(1500);
  expect(links('rail')).not.toContain(zh.navOutbox);
  wait(1500);
  expect(links('rail').some(link => link.startsWith(zh.navOutbox))).toBe(true);
});
