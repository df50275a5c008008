/** The field of photos: several at once, kept with the draft, and a way out of each trouble. */
import { act, screen, waitFor } from '@testing-library/preact';
import { expect, it, onTestFinished, vi } from 'vitest';
import { zh as own } from '../../../../web/features/photos/choosing/words.zh.ts';
import { photosIn } from '../../../../web/features/photos/draft-photos.ts';
import { PhotoField } from '../../../../web/features/photos/index.ts';
import { zh } from '../../../../web/features/photos/words.zh.ts';
import { zh as common } from '../../../../web/i18n/zh.ts';
import { tab } from '../../../../web/storage/browser-storage.ts';
import { keptNames } from '../../../../web/storage/kept-blobs.ts';
import { draftOf } from '../../../../web/ui/form/draft-fields.ts';
import { useDraft } from '../../../../web/ui/form/use-draft.ts';
import { chooseFile, press, renderPage, type } from '../../render-page.tsx';
import { fakePictures, jpeg } from './fake-pictures.ts';

let text = '';

function Form({ unnamed = false }: { readonly unnamed?: boolean }) {
  const { draft, change, clear } = useDraft(['noted'], {
    ...draftOf({ photos: '' }),
    isSecret: () => unnamed,
  });
  text = draft.photos;
  return (
    <form>
      <PhotoField
        of="problem"
        unnamed={unnamed}
        value={draft.photos}
        onChange={photos => change({ photos })}
      />
      <button type="button" onClick={clear}>
        放弃
      </button>
    </form>
  );
}

const ADD = own.choosePhotosOf.problem;
const field = () => document.querySelector<HTMLInputElement>('[name="photos-problem"]');
const alts = () => photosIn(text).map(({ alt }) => alt);
const row = (number: number) => screen.findByLabelText(zh.photoAltOf(number));
const tabNames = () => tab.names().filter(name => name.includes(':photo:'));

async function begin(unnamed = false) {
  const page = await renderPage(<Form unnamed={unnamed} />);
  await screen.findByText(own.addPhoto);
  return page;
}

it('takes photos, describes and orders them', async () => {
  fakePictures();
  await begin();
  await chooseFile(ADD, jpeg('a.jpg'));
  await row(1);
  await chooseFile(ADD, jpeg('b.jpg'));
  await row(2);
  await type(zh.photoAltOf(1), '料架');
  await type(zh.photoAltOf(2), '过道');
  expect(alts()).toEqual(['料架', '过道']);
  await press(zh.photoEarlier(2));
  expect(alts()).toEqual(['过道', '料架']);
});

it('keeps them with the draft, and no longer', async () => {
  fakePictures();
  const { change } = await begin();
  await chooseFile(ADD, jpeg('a.jpg'));
  await row(1);
  await waitFor(async () => expect(await keptNames()).toHaveLength(1));
  change(null);
  change(<Form />);
  expect(await screen.findByAltText(zh.photoNumber(1))).toBeTruthy();
  await press('放弃');
  await waitFor(async () => expect(await keptNames()).toEqual([]));
});

it('keeps those of an unnamed idea in the tab alone, from the moment it becomes unnamed', async () => {
  fakePictures();
  const { change } = await begin();
  await chooseFile(ADD, jpeg('a.jpg'));
  await row(1);
  await waitFor(async () => expect(await keptNames()).toHaveLength(1));
  change(<Form unnamed />);
  await act(async () => type(zh.photoAltOf(1), '料架'));
  await waitFor(async () => expect(await keptNames()).toEqual([]));
  expect(tabNames()).toHaveLength(1);
  expect(screen.getByText(own.photoHintUnnamed)).toBeTruthy();
});

it('removes one, and takes that back with its bytes', async () => {
  fakePictures();
  await begin();
  await chooseFile(ADD, jpeg('a.jpg'));
  await row(1);
  await press(zh.photoRemove(1));
  await waitFor(async () => expect(await keptNames()).toEqual([]));
  await press(common.undo);
  await row(1);
  await waitFor(async () => expect(await keptNames()).toHaveLength(1));
});

it('says why a file is no photo, and lets no form leave it out in silence', async () => {
  const broken = new Set(['torn.jpg']);
  fakePictures({ broken });
  await begin();
  await chooseFile(ADD, new File(['%PDF-1.7'], 'plan.pdf'));
  await screen.findByText(zh.photoRefusals['not-a-photo']);
  expect(field()?.validationMessage).toBe(own.photoMend);
  await press(zh.remove);
  expect(field()?.validationMessage).toBe('');
  await chooseFile(ADD, jpeg('torn.jpg'));
  await screen.findByText(zh.photoRefusals.unreadable);
  broken.clear();
  await press(common.retry);
  await row(1);
  expect(field()?.validationMessage).toBe('');
});

it('has room for three, and says what it left out', async () => {
  fakePictures();
  await begin();
  for (const name of ['a', 'b']) await chooseFile(ADD, jpeg(name));
  await row(2);
  const control = field();
  Object.defineProperty(control, 'files', { value: [jpeg('c'), jpeg('d')], configurable: true });
  await act(() => {
    control?.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await row(3);
  expect(screen.getByText(own.photoTooMany(3, 1))).toBeTruthy();
});

it('opens no camera and no gallery when there is no room', async () => {
  fakePictures();
  await begin();
  const opened = vi.spyOn(HTMLInputElement.prototype, 'click');
  onTestFinished(() => opened.mockRestore());
  for (const name of ['a', 'b', 'c']) await chooseFile(ADD, jpeg(name));
  await row(3);
  await press(own.addPhoto);
  expect(opened).not.toHaveBeenCalled();
  expect(screen.getByText(own.photoFull(3))).toBeTruthy();
  await press(zh.photoRemove(1));
  await press(own.addPhoto);
  expect(opened).toHaveBeenCalledOnce();
});
