/** What is being typed: kept over a reload, apart for each person, and between two tabs. */
import { expect, it } from 'vitest';
import { forget } from '../../../../web/session/own-places.ts';
import { device, tab } from '../../../../web/storage/browser-storage.ts';
import { draftOf } from '../../../../web/ui/form/draft-fields.ts';
import { type DraftKind, keptDraft } from '../../../../web/ui/form/kept-draft.ts';
import { useDraft } from '../../../../web/ui/form/use-draft.ts';
import { press, renderPage, type, typedIn } from '../../render-page.tsx';
import { author, colleague } from '../../sample.ts';

type Note = { readonly text: string };
const NOTE: DraftKind<Note> = draftOf({ text: '' });

function NoteForm({ of = 'one', kind = NOTE }: { of?: string; kind?: DraftKind<Note> }) {
  const { draft, change, drop, clear } = useDraft(['note', of], kind);
  return (
    <>
      <input
        aria-label="note"
        value={draft.text}
        onInput={event => change({ text: event.currentTarget.value })}
      />
      <button type="button" onClick={drop}>
        Arrived
      </button>
      <button type="button" onClick={clear}>
        Start anew
      </button>
    </>
  );
}

/** The only stored place, which is the note's. */
const places = () => [...device.names(), ...tab.names()].filter(name => name.includes(':note:'));

it('is found again by a later visit, until it has arrived; the screen keeps it', async () => {
  const { change } = await renderPage(<NoteForm />);
  await type('note', 'lift');
  change(null);
  change(<NoteForm />);
  expect(typedIn('note')).toBe('lift');
  await press('Arrived');
  expect(typedIn('note')).toBe('lift');
  expect(places()).toEqual([]);
});

it('can be started anew', async () => {
  await renderPage(<NoteForm />);
  await type('note', 'lift');
  await press('Start anew');
  expect(typedIn('note')).toBe('');
  expect(places()).toEqual([]);
});

it('is another for another thing, and back again', async () => {
  const { change } = await renderPage(<NoteForm of="one" />);
  await type('note', 'lift');
  change(<NoteForm of="two" />);
  expect(typedIn('note')).toBe('');
  await type('note', 'lamp');
  change(<NoteForm of="one" />);
  expect(typedIn('note')).toBe('lift');
});

it('is not found by another person, and is gone once its writer signs out', async () => {
  const { change } = await renderPage(<NoteForm />, { member: author });
  await type('note', 'lift');
  const [place = ''] = places();
  change(null);
  await renderPage(<NoteForm />, { member: colleague });
  expect(typedIn('note')).toBe('');
  const [, , subject = ''] = place.split(':');
  forget(decodeURIComponent(subject), device);
  expect(places()).toEqual([]);
});

it('stays off the device if it must not be found there', async () => {
  await renderPage(<NoteForm kind={{ ...NOTE, isSecret: () => true }} />);
  await type('note', 'lift');
  expect(device.names().filter(name => name.includes(':note:'))).toEqual([]);
  expect(tab.names().filter(name => name.includes(':note:'))).toHaveLength(1);
});

it('that has arrived leaves alone what another tab has written there since', () => {
  const [one, other] = [1, 2].map(() => keptDraft('note', NOTE, { device, tab }));
  one?.write({ text: 'first' });
  other?.write({ text: 'second' });
  one?.drop();
  expect(keptDraft('note', NOTE, { device, tab }).first).toEqual({ text: 'second' });
  other?.drop();
  expect(device.getItem('note')).toBeNull();
});
