/** Accepting work: the benefit as people write it, confirmed in full, or refused. */
import { screen, waitFor } from '@testing-library/preact';
import { expect, it, vi } from 'vitest';
import { acceptIdea } from '../../../../shared/contract/routes/implementation.ts';
import type { MemberId } from '../../../../shared/domain/kernel/ids.ts';
import type { WorkItem } from '../../../../web/features/ideas/use-implementations.ts';
import { AcceptForm } from '../../../../web/features/implementation/components/accept-form.tsx';
import { useImplementationWords } from '../../../../web/features/implementation/words.ts';
import { en } from '../../../../web/i18n/en.ts';
import { zh } from '../../../../web/i18n/zh.ts';
import { type FakeApi, fakeApi, refusal } from '../../fake-api.ts';
import { press, renderPage, type, typedIn, wrongFields } from '../../render-page.tsx';
import { at, colleague, listedIdea } from '../../sample.ts';

const item: WorkItem = {
  ...listedIdea({ status: 'completed' }),
  implementation: {
    owner: colleague,
    due: '2026-11-30' as NonNullable<WorkItem['implementation']>['due'],
    assignedAt: at('2026-10-20 10:00'),
    progress: 100,
    overdue: false,
  },
  completion: { at: at('2026-11-20 10:00'), done: '已装好。', claimedBenefit: 36_000 },
};

async function open(
  api: FakeApi = fakeApi(),
  {
    language = 'zh-CN',
    member = 'HT0301' as MemberId,
  }: { language?: 'en' | 'zh-CN'; member?: MemberId } = {},
) {
  const onDone = vi.fn();
  let words: ReturnType<typeof useImplementationWords> | undefined;
  function Form() {
    words = useImplementationWords();
    return <AcceptForm item={item} onDone={onDone} onCancel={() => undefined} />;
  }
  await renderPage(<Form />, { api, language, member, roles: ['manager'] });
  return { words: words!, onDone };
}

it.each([
  ['36,000', 36_000],
  ['3.6万', 36_000],
  ['￥１２０００元', 12_000],
  ['0', 0],
])('takes %s as an amount, and confirms it in full before it is sent', async (text, amount) => {
  const api = fakeApi();
  const { words, onDone } = await open(api);
  await type(words.verifiedField, text);
  await press(words.accept);
  const dialog = screen.getByRole('dialog').textContent;
  expect(dialog).toContain(words.confirmAccept(item.title, amount.toLocaleString('zh-CN')));
  expect(api.asked(acceptIdea)).toEqual([]);
  api.answer(acceptIdea, { ...item, status: 'accepted' } as never);
  await press(zh.confirm);
  await waitFor(() => expect(onDone).toHaveBeenCalledOnce());
  expect(api.asked(acceptIdea)).toMatchObject([
    { body: { verifiedBenefit: amount }, ifMatch: item.version },
  ]);
});

it.each([
  ['', en.missing],
  ['36,00', en.notAnAmount],
  ['a lot', en.notAnAmount],
])('refuses “%s” in words before it asks', async (text, message) => {
  const { words } = await open(fakeApi(), { language: 'en' });
  await type(words.verifiedField, text);
  await press(words.accept);
  expect(wrongFields()).toEqual(['verifiedBenefit']);
  expect(screen.getByText(message)).toBeTruthy();
  expect(document.activeElement).toBe(screen.getByLabelText(words.verifiedField));
  expect(screen.queryByRole('dialog')).toBeNull();
});

it('shows the claimed benefit beside the field', async () => {
  const { words } = await open();
  expect(screen.getByText(words.verifiedHint('36,000'))).toBeTruthy();
});

it('keeps the typed amount when the acceptance is refused', async () => {
  const api = fakeApi();
  api.answer(acceptIdea, refusal(403, 'own-work'));
  const { words, onDone } = await open(api);
  await type(words.verifiedField, '3.6万');
  await press(words.accept);
  await press(zh.confirm);
  expect(await screen.findByRole('alert')).toBeTruthy();
  expect(typedIn(words.verifiedField)).toBe('3.6万');
  expect(onDone).not.toHaveBeenCalled();
});

it('cannot be sent by the owner of the work', async () => {
  const { words } = await open(fakeApi(), { member: colleague });
  const button = screen.getByRole<HTMLButtonElement>('button', { name: words.accept });
  expect(button.disabled).toBe(true);
});
