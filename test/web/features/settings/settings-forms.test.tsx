/** The forms of the profile, the rules and the bands: what each refuses, asks and sends. */
import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { expect, it } from 'vitest';
import {
  putFollowUp,
  putProfile,
  putRewardBands,
  putRules,
} from '../../../../shared/contract/routes/administration.ts';
import { BandsForm } from '../../../../web/features/settings/components/bands-form.tsx';
import { FollowUpForm } from '../../../../web/features/settings/components/follow-up-form.tsx';
import { ProfileForm } from '../../../../web/features/settings/components/profile-form.tsx';
import { RulesForm } from '../../../../web/features/settings/components/rules-form.tsx';
import type { Settings } from '../../../../web/features/settings/settings.ts';
import { en as enSettings } from '../../../../web/features/settings/words.en.ts';
import { zh as zhSettings } from '../../../../web/features/settings/words.zh.ts';
import { zh } from '../../../../web/i18n/zh.ts';
import { fakeApi, refusal } from '../../fake-api.ts';
import { press, renderPage, type, typedIn, wrongFields } from '../../render-page.tsx';
import { sampleOrganization } from '../../sample.ts';

const words = zhSettings;
const { movedDays: _, ...calendar } = sampleOrganization.calendar;
const settings: Settings = {
  ...sampleOrganization,
  calendar,
  appealDays: 15,
  limits: {
    ideasAnHour: 5,
    ideasARound: 20,
    commentsAnHour: 20,
    commentsARound: 200,
    ideasOfAll: 5000,
  },
  upcoming: [],
  retired: { departments: [], categories: [] },
};
const publicBox = (label: string) =>
  screen.getByRole<HTMLInputElement>('checkbox', { name: new RegExp(`^${label}`) });
const cell = (of: 'from' | 'least' | 'most', place: number) =>
  words.cellOfBand(words.bandCells[of], place);

it('asks before bulletins become public, and not before a new name', async () => {
  const { api } = await renderPage(<ProfileForm settings={settings} />);
  api.answer(putProfile, { ...settings, name: '华泰' });
  await type(words.organizationName, '华泰');
  await press(words.save);
  await waitFor(() => expect(api.asked(putProfile)).toHaveLength(1));
  expect(api.asked(putProfile)).toMatchObject([
    { body: { name: '华泰', publicBulletin: false, blindScreening: false }, ifMatch: 1 },
  ]);
  await screen.findByText(words.saved);

  await fireEvent.click(publicBox(words.publicBulletin));
  await press(words.save);
  expect(screen.getByRole('dialog', { name: words.confirmPublic })).toBeTruthy();
  await press(zh.cancel);
  expect(api.asked(putProfile)).toHaveLength(1);
  expect(publicBox(words.publicBulletin).checked).toBe(true);
});

it('refuses an organization without a name', async () => {
  const { api } = await renderPage(<ProfileForm settings={settings} />, { language: 'en' });
  await type(enSettings.organizationName, '  ');
  await press(enSettings.save);
  expect(wrongFields()).toEqual(['name']);
  expect(api.asked(putProfile)).toEqual([]);
});

it('reads the rules’ shares as per cent or fractions, with their value beside them', async () => {
  const api = fakeApi();
  api.answer(putRules, settings);
  await renderPage(<RulesForm settings={settings} />, { api });
  await fireEvent.click(screen.getByRole('radio', { name: new RegExp(words.ballotHints.secret) }));
  await type(words.quorumShare, '3/4');
  expect(screen.getByText('= 75%')).toBeTruthy();
  await type(words.threshold, '60%');
  await press(words.save);
  await waitFor(() => expect(api.asked(putRules)).toHaveLength(1));
  const body = api.asked(putRules)[0]?.body;
  expect(body?.ballot).toBe('secret');
  expect(body?.quorumShare).toEqual({ numerator: 3, denominator: 4 });
  const { numerator = 0, denominator = 1 } = body?.threshold ?? {};
  expect(numerator / denominator).toBe(0.6);
});

it('refuses a threshold that nothing could exceed, and keeps what was typed', async () => {
  const { api } = await renderPage(<RulesForm settings={settings} />, { language: 'en' });
  await type(enSettings.quorumShare, 'most');
  await type(enSettings.threshold, '100%');
  await press(enSettings.save);
  expect(wrongFields()).toEqual(['quorumShare', 'threshold']);
  expect(screen.getByText(enSettings.notAShare)).toBeTruthy();
  expect(screen.getByText(enSettings.allOrMore)).toBeTruthy();
  expect(typedIn(enSettings.threshold)).toBe('100%');
  expect(api.asked(putRules)).toEqual([]);
});

it('takes one to 365 days for new work', async () => {
  const api = fakeApi();
  api.answer(putFollowUp, { ...settings, dueDays: 45 });
  await renderPage(<FollowUpForm settings={settings} />, { api });
  expect(typedIn(words.dueDays)).toBe('30');
  await type(words.dueDays, '400');
  await press(words.save);
  expect(wrongFields()).toEqual(['dueDays']);
  await type(words.dueDays, '45');
  await press(words.save);
  await screen.findByText(words.saved);
  expect(api.asked(putFollowUp)).toMatchObject([{ body: { dueDays: 45 }, ifMatch: 1 }]);
});

it('adds a band that begins with the former most, and sends amounts as numbers', async () => {
  const api = fakeApi();
  api.answer(putRewardBands, settings);
  await renderPage(<BandsForm settings={settings} />, { api });
  await press(words.addBand);
  expect(typedIn(cell('least', 2))).toBe('300');
  await type(cell('from', 2), '1万');
  await type(cell('most', 2), '1,000');
  await press(words.save);
  await waitFor(() => expect(api.asked(putRewardBands)).toHaveLength(1));
  expect(api.asked(putRewardBands)[0]?.body.bands).toEqual([
    { from: 0, least: 0, most: 300 },
    { from: 10_000, least: 300, most: 1_000 },
  ]);
});

it('marks a band in words while it is typed, and sends nothing', async () => {
  const { api } = await renderPage(<BandsForm settings={settings} />);
  await type(cell('most', 1), 'x');
  expect(screen.getByLabelText(cell('most', 1)).getAttribute('aria-invalid')).toBe('true');
  expect(screen.getByText(zh.notAnAmount)).toBeTruthy();
  await type(cell('most', 1), '300');
  await type(cell('least', 1), '400');
  expect(screen.getByText(words.bandFaults['least-above-most'])).toBeTruthy();
  await press(words.save);
  expect(api.asked(putRewardBands)).toEqual([]);
  await press(words.removeBand(1));
  expect(screen.getByText(words.bandFaults.none)).toBeTruthy();
});

it('keeps the typed bands when they are refused', async () => {
  const api = fakeApi();
  api.answer(putRewardBands, refusal(403, 'forbidden'));
  await renderPage(<BandsForm settings={settings} />, { api });
  await type(cell('most', 1), '500');
  await press(words.save);
  expect(await screen.findByRole('alert')).toBeTruthy();
  expect(typedIn(cell('most', 1))).toBe('500');
});
