/**
 * Changing settings that another person may be changing too. The form of the targets represents all
 * of them.
 */
import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { expect, it } from 'vitest';
import type { ReplyOf } from '../../../../shared/contract/client.ts';
import { getSettings, putTargets } from '../../../../shared/contract/routes/administration.ts';
import { TargetsForm } from '../../../../web/features/settings/components/targets-form.tsx';
import { useSettings } from '../../../../web/features/settings/use-settings.ts';
import { en as enSettings } from '../../../../web/features/settings/words.en.ts';
import { zh as zhSettings } from '../../../../web/features/settings/words.zh.ts';
import { en } from '../../../../web/i18n/en.ts';
import { zh } from '../../../../web/i18n/zh.ts';
import { QueryView } from '../../../../web/ui/query-view.tsx';
import { type FakeApi, fakeApi, refusal } from '../../fake-api.ts';
import { press, renderPage, type, typedIn, wrongFields } from '../../render-page.tsx';
import { sampleOrganization } from '../../sample.ts';

type Settings = ReplyOf<typeof getSettings>;
const words = zhSettings;

const settings = (ideas: number, version = 1): Settings => {
  const { movedDays: _, ...calendar } = sampleOrganization.calendar;
  return {
    ...sampleOrganization,
    calendar,
    targets: { ideas, adoptionRate: { numerator: 3, denominator: 10 } },
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
    version,
  };
};

function Targets() {
  return (
    <QueryView of={useSettings()}>{settings => <TargetsForm settings={settings} />}</QueryView>
  );
}

async function open(api: FakeApi, language: 'zh-CN' | 'en' = 'zh-CN') {
  const page = await renderPage(<Targets />, { api, language });
  await screen.findByLabelText((language === 'en' ? enSettings : words).targetIdeas);
  return page;
}

const stored = (ideas: number) => {
  const api = fakeApi();
  api.answer(getSettings, settings(ideas));
  return api;
};

it('sends the typed values with the expected version, and says that they are saved', async () => {
  const api = stored(60);
  await open(api);
  await type(words.targetIdeas, '80');
  api.answer(putTargets, () => {
    api.answer(getSettings, settings(80, 2));
    return settings(80, 2);
  });
  await press(words.save);
  await waitFor(() => expect(screen.getAllByRole('status')[0]?.textContent).toBe(words.saved));
  expect(api.asked(putTargets)).toMatchObject([{ body: { ideas: 80 }, ifMatch: 1 }]);
  await waitFor(() => expect(typedIn(words.targetIdeas)).toBe('80'));
  expect(screen.queryByText(words.editKept)).toBeNull();
});

it('sends nothing without a change', async () => {
  const api = stored(60);
  await open(api, 'en');
  await press(enSettings.save);
  expect(screen.getAllByRole('status')[0]?.textContent).toBe(enSettings.nothingChanged);
  expect(api.asked(putTargets)).toEqual([]);
});

it('marks errors before sending, in words', async () => {
  const api = stored(60);
  await open(api, 'en');
  await type(enSettings.targetIdeas, 'many');
  await type(en.adoptionRate, '7/5');
  await press(enSettings.save);
  expect(wrongFields()).toEqual(['ideas', 'adoptionRate']);
  expect(document.activeElement).toBe(screen.getByLabelText(enSettings.targetIdeas));
  expect(screen.getByText(enSettings.moreThanAll)).toBeTruthy();
  expect(api.asked(putTargets)).toEqual([]);
});

it('keeps the typed values when the page is opened again, until they are discarded', async () => {
  const api = stored(60);
  const { change } = await open(api);
  await type(words.targetIdeas, '80');
  change(null);
  change(<Targets />);
  await waitFor(() => expect(typedIn(words.targetIdeas)).toBe('80'));
  expect(screen.getByText(words.editKept)).toBeTruthy();
  await press(words.discard);
  expect(typedIn(words.targetIdeas)).toBe('60');
});

it('shows another person’s new values beside the typed ones, and sends neither without a choice', async () => {
  const api = stored(60);
  await open(api);
  await type(words.targetIdeas, '80');
  api.answer(getSettings, settings(70, 2));
  api.answer(putTargets, refusal(412, 'version-mismatch'));
  await press(words.save);
  await screen.findByText(zh.entriesKept);
  const fields = screen.getAllByLabelText<HTMLInputElement>(words.targetIdeas);
  expect(fields.map(({ value }) => value)).toEqual(['80', '70']);
  expect(screen.getByRole<HTMLButtonElement>('button', { name: words.save }).disabled).toBe(true);

  api.answer(putTargets, settings(80, 3));
  await press(zh.keepMine);
  await press(words.save);
  await waitFor(() => expect(api.asked(putTargets)).toHaveLength(2));
  expect(api.asked(putTargets)[1]).toMatchObject({ body: { ideas: 80 }, ifMatch: 2 });
});

it('takes over the present values on request', async () => {
  const api = stored(60);
  await open(api);
  await type(words.targetIdeas, '80');
  api.answer(getSettings, settings(70, 2));
  api.answer(putTargets, refusal(412, 'version-mismatch'));
  await press(words.save);
  await fireEvent.click(await screen.findByRole('button', { name: zh.dropMine }));
  expect(typedIn(words.targetIdeas)).toBe('70');
  expect(screen.queryByText(zh.entriesKept)).toBeNull();
});

it('continues with the typed values when another person has changed another field', async () => {
  const api = stored(60);
  await open(api);
  await type(zh.adoptionRate, '40%');
  api.answer(getSettings, settings(70, 2));
  api.answer(putTargets, refusal(412, 'version-mismatch'));
  await press(words.save);
  await waitFor(() => expect(typedIn(words.targetIdeas)).toBe('70'));
  expect(typedIn(zh.adoptionRate)).toBe('40%');
  expect(screen.queryByText(zh.entriesKept)).toBeNull();
  expect(screen.getByRole('alert').textContent).toContain(words.loadedAnew);
});
