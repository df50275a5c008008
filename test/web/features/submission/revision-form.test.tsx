/** Revising a returned idea: its present content, the checks, and a refusal that loses nothing. */
import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { expect, it, vi } from 'vitest';
import { NetworkFailure } from '../../../../shared/contract/client-errors.ts';
import { reviseIdea } from '../../../../shared/contract/routes/screening.ts';
import { zh as photoWords } from '../../../../web/features/photos/words.zh.ts';
import { RevisionForm } from '../../../../web/features/submission/components/revision-form.tsx';
import { useSubmissionWords } from '../../../../web/features/submission/words.ts';
import { en } from '../../../../web/i18n/en.ts';
import { zh } from '../../../../web/i18n/zh.ts';
import { fakeApi, refusal } from '../../fake-api.ts';
import { press, renderPage, type, typedIn, wrongFields } from '../../render-page.tsx';
import { at, author, chair, colleague, detailedIdea, photo, secretary } from '../../sample.ts';

/** The author named two; one of them declined, and a merged idea brought another author. */
const idea = detailedIdea({
  status: 'returned',
  coAuthors: [colleague, chair],
  history: [
    {
      act: 'submit',
      at: at('2026-10-08 10:00'),
      by: { kind: 'member', id: author },
      to: 'submitted',
      coAuthorIds: [colleague, secretary],
    },
  ],
});

async function open(language: 'en' | 'zh-CN' = 'zh-CN', revised = idea) {
  const api = fakeApi();
  const [onDone, onCancel] = [vi.fn(), vi.fn()];
  let words: ReturnType<typeof useSubmissionWords> | undefined;
  function Form() {
    words = useSubmissionWords();
    return <RevisionForm idea={revised} onDone={onDone} onCancel={onCancel} />;
  }
  const { change } = await renderPage(<Form />, { api, language });
  return { api, change, Form, words: words!, onDone, onCancel };
}

it('begins with the present content, and sends the changed one with its version', async () => {
  const { api, words, onDone } = await open();
  expect(typedIn(zh.title)).toBe(idea.title);
  expect(document.activeElement).toBe(screen.getByLabelText(zh.title));
  await type(zh.proposal, '加装激光测距。');
  api.answer(reviseIdea, { ...idea, status: 'submitted' } as never);
  await press(words.handInAgain);
  await waitFor(() => expect(onDone).toHaveBeenCalledOnce());
  expect(api.asked(reviseIdea)).toMatchObject([
    { body: { title: idea.title, proposal: '加装激光测距。' }, ifMatch: idea.version },
  ]);
});

it('requires what a submission requires', async () => {
  const { api, words } = await open('en');
  await type(en.title, ' ');
  await press(words.handInAgain);
  expect(wrongFields()).toEqual(['title']);
  expect(api.asked(reviseIdea)).toEqual([]);
});

it('keeps the typed text after a refusal and when it is opened again, until cancelled', async () => {
  const { api, words, change, Form, onCancel } = await open();
  await type(zh.problem, '两台行车同轨。');
  api.answer(reviseIdea, refusal(409, 'not-possible-now'));
  await press(words.handInAgain);
  expect(await screen.findByRole('alert')).toBeTruthy();
  change(null);
  change(<Form />);
  expect(typedIn(zh.problem)).toBe('两台行车同轨。');
  await press(zh.cancel);
  expect(onCancel).toHaveBeenCalledOnce();
  change(null);
  change(<Form />);
  expect(typedIn(zh.problem)).toBe(idea.problem);
});

it('shows the named co-authors, and sends them only if they are others', async () => {
  const { api, words } = await open();
  const chips = screen.getByRole('list', { name: '已选的人' });
  expect(chips.textContent).toContain(colleague);
  expect(chips.textContent).not.toMatch(new RegExp(`${secretary}|${chair}`));
  api.answer(reviseIdea, refusal(409, 'not-possible-now'));
  await press(words.handInAgain);
  await screen.findByRole('alert');
  expect(api.asked(reviseIdea)[0]?.body).not.toHaveProperty('coAuthorIds');
  await press(`移除 ${colleague}`);
  await press(words.handInAgain);
  await waitFor(() => expect(api.asked(reviseIdea)).toHaveLength(2));
  expect(api.asked(reviseIdea)[1]?.body).toMatchObject({ coAuthorIds: [] });
});

it('leaves the photos alone until they are changed, and then names those that stay', async () => {
  const [first, second] = [photo(1, 'problem', '料架'), photo(2, 'proposal')];
  const result = photo(3, 'result');
  const { api, words } = await open('zh-CN', { ...idea, photos: [first, second, result] });
  api.answer(reviseIdea, new NetworkFailure('gone'));
  await screen.findByAltText('料架');
  await press(words.handInAgain);
  await screen.findByText(zh.networkFailed);
  const [remove] = screen.getAllByRole('button', { name: photoWords.photoRemove(1) });
  await fireEvent.click(remove ?? document.body);
  await press(words.handInAgain);
  await waitFor(() => expect(api.asked(reviseIdea)).toHaveLength(2));
  expect(api.asked(reviseIdea).map(({ body }) => body.photos)).toEqual([
    undefined,
    [{ id: second.id, of: 'proposal' }],
  ]);
});
