/** This tab's draft, and those that other tabs or earlier visits have left. */
import { screen } from '@testing-library/preact';
import { expect, it } from 'vitest';
import { zh } from '../../../../web/i18n/zh.ts';
import { draftOf } from '../../../../web/ui/form/draft-fields.ts';
import { OtherDrafts } from '../../../../web/ui/form/other-drafts.tsx';
import { useDrafts } from '../../../../web/ui/form/use-drafts.ts';
import { press, renderPage, type, typedIn } from '../../render-page.tsx';

const KIND = {
  ...draftOf({ title: '' }),
  isBlank: ({ title }: { readonly title: string }) => title === '',
};

function Form() {
  const { draft, change, next, ...others } = useDrafts('note', KIND);
  return (
    <>
      <OtherDrafts {...others} />
      <input
        aria-label="title"
        value={draft.title}
        onInput={event => change({ title: event.currentTarget.value })}
      />
      <button type="button" onClick={() => next({ title: 'next' })}>
        Send
      </button>
    </>
  );
}

/** A form whose tab has gone and left a draft, in a new tab of the same person. */
async function withOneLeft() {
  const { change } = await renderPage(<Form />);
  await type('title', 'lift');
  change(null);
  sessionStorage.clear();
  change(<Form />);
  return { change };
}

it('is found again after a reload, and followed by the next once it has arrived', async () => {
  const { change } = await renderPage(<Form />);
  await type('title', 'lift');
  change(null);
  change(<Form />);
  expect(typedIn('title')).toBe('lift');
  expect(screen.queryByText('lift')).toBeNull();
  await press('Send');
  expect(typedIn('title')).toBe('next');
  change(null);
  change(<Form />);
  expect(typedIn('title')).toBe('next');
  expect(screen.queryByText(zh.leftDrafts)).toBeNull();
});

it('of another visit is offered by its title, and continued on request', async () => {
  await withOneLeft();
  expect(typedIn('title')).toBe('');
  expect(screen.getByText('lift')).toBeTruthy();
  await press(zh.goOnWriting);
  expect(typedIn('title')).toBe('lift');
  expect(screen.queryByText(zh.leftDrafts)).toBeNull();
});

it('that another tab stores while this one is drawn is offered, too', async () => {
  const { change } = await renderPage(<Form />);
  await type('title', 'lift');
  const [name = '', text = ''] =
    Object.entries(localStorage).find(([, text]) => /lift/.test(text)) ?? [];
  change(null);
  sessionStorage.clear();
  localStorage.removeItem(name);
  const Storing = () => {
    localStorage.setItem(name, text);
    return null;
  };
  change(
    <>
      <Form />
      <Storing />
    </>,
  );
  expect(await screen.findByText('lift')).toBeTruthy();
});

it('of another visit is deleted after a confirmation', async () => {
  await withOneLeft();
  await press(zh.deleteDraft);
  expect(screen.getByRole('dialog', { name: zh.confirmDeleteDraft('lift') })).toBeTruthy();
  expect(screen.getByText('lift')).toBeTruthy();
  await press(zh.confirm);
  expect(screen.queryByText(zh.leftDrafts)).toBeNull();
  expect(typedIn('title')).toBe('');
});
