/** The reader's own page: who they are, where their things are, and what they set. */
import { screen } from '@testing-library/preact';
import { expect, it, vi } from 'vitest';
import { version } from '../../../../package.json';
import { getToday } from '../../../../shared/contract/routes/organization.ts';
import { MePage } from '../../../../web/features/profile/pages/me-page.tsx';
import { en as enProfile } from '../../../../web/features/profile/words.en.ts';
import { zh as zhProfile } from '../../../../web/features/profile/words.zh.ts';
import { en } from '../../../../web/i18n/en.ts';
import { zh } from '../../../../web/i18n/zh.ts';
import { paths } from '../../../../web/paths.ts';
import { fakeApi } from '../../fake-api.ts';
import { press, renderPage } from '../../render-page.tsx';
import { author, huatai, membershipOf, sampleOrganization } from '../../sample.ts';

const me = { subject: author, memberships: [membershipOf()], zones: [] };

async function open(scene: Parameters<typeof renderPage>[1] = {}) {
  const api = fakeApi();
  api.hold(getToday);
  await renderPage(<MePage me={me} />, { api, ...scene });
  await screen.findByRole('heading', { level: 1 });
}

it('leads to what is mine', async () => {
  await open();
  const links = screen.getAllByRole('link').map(link => link.getAttribute('href'));
  expect(links).toEqual([
    paths.mine(huatai),
    paths.work(huatai),
    paths.tracking(huatai),
    paths.unnamed(huatai),
    paths.outbox(huatai),
  ]);
  expect(screen.getByText(new RegExp(membershipOf().department)).textContent).toContain(author);
});

it('leads the contact of a department to the ideas that they look after', async () => {
  const { department } = membershipOf();
  await open({ organization: { contacts: [{ department, member: author }] } });
  expect(screen.getByRole('link', { name: zhProfile.contactIdeas }).getAttribute('href')).toBe(
    paths.contact(huatai),
  );
  expect(screen.getAllByText(sampleOrganization.name)).not.toHaveLength(0);
});

it('changes the language, offers my data, and signs out', async () => {
  const signOut = vi.fn(async () => undefined);
  await open({ signOut });
  await press('English');
  await screen.findByRole('button', { name: enProfile.myData });
  await press(en.signOut);
  expect(signOut).toHaveBeenCalledOnce();
  expect(document.title).not.toContain(zh.navMe);
});

it('names the release, for whoever reports a fault', async () => {
  await open();
  screen.getByText(zhProfile.release(version));
});
