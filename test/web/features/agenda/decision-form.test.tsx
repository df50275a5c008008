/** The chair's decision: the choices under each rule, what it requires, and what is sent. */
import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { expect, it, vi } from 'vitest';
import { decideIdea } from '../../../../shared/contract/routes/deliberation.ts';
import type { DecisionOutcome } from '../../../../shared/domain/idea/decision.ts';
import { DecisionForm } from '../../../../web/features/agenda/components/decision-form.tsx';
import { en as enAgenda } from '../../../../web/features/agenda/words.en.ts';
import { zh as zhAgenda } from '../../../../web/features/agenda/words.zh.ts';
import { en } from '../../../../web/i18n/en.ts';
import { zh } from '../../../../web/i18n/zh.ts';
import { type FakeApi, fakeApi, refusal } from '../../fake-api.ts';
import { press, renderPage, type, typedIn, wrongFields } from '../../render-page.tsx';
import { agendaItem, at, chair, listedIdea, october } from '../../sample.ts';

const form = (
  item = agendaItem(),
  onDone: (outcome: DecisionOutcome) => void = () => undefined,
) => <DecisionForm item={item} onDone={onDone} />;
const open = (api: FakeApi = fakeApi(), item = agendaItem()) =>
  renderPage(form(item), { api, member: chair, roles: ['chair'] });
const select = (name: string) => fireEvent.click(screen.getByRole('radio', { name }));
const button = () => screen.getByRole<HTMLButtonElement>('button', { name: zhAgenda.decide });
const decided = (outcome: DecisionOutcome) =>
  listedIdea({
    status: outcome,
    decision: {
      outcome,
      at: at('2026-10-16 15:00'),
      by: { kind: 'member', id: chair },
      round: october,
    },
  });

it.each([
  ['open', Object.values(zh.outcomes), zhAgenda.decisionBound],
  ['secret', [zhAgenda.asBalloted, zh.outcomes.deferred], zhAgenda.decisionBoundSecretly],
] as const)('offers the outcomes of an %s ballot, and none is chosen', async (rule, names, why) => {
  await open(fakeApi(), agendaItem({ rule }));
  const radios = screen.getAllByRole<HTMLInputElement>('radio');
  expect(radios.map(radio => radio.closest('label')?.textContent)).toEqual(names);
  expect(radios.filter(({ checked }) => checked)).toEqual([]);
  expect(screen.getByText(why)).toBeTruthy();
  expect(button().disabled).toBe(true);
});

it('sends the outcome without empty texts after the confirmation', async () => {
  const api = fakeApi();
  const onDone = vi.fn();
  api.answer(decideIdea, decided('adopted'));
  const item = agendaItem();
  await renderPage(form(item, onDone), { api, member: chair, roles: ['chair'], language: 'en' });
  await select(en.outcomes.adopted);
  await type(enAgenda.reasonFor, '  ');
  await press(enAgenda.decide);
  const question = enAgenda.confirmDecision(en.outcomes.adopted, item.title);
  expect(screen.getByRole('dialog', { name: question })).toBeTruthy();
  expect(api.asked(decideIdea)).toEqual([]);
  await press(en.confirm);
  await waitFor(() => expect(onDone).toHaveBeenCalledWith('adopted'));
  expect(api.asked(decideIdea)).toMatchObject([{ body: { outcome: 'adopted' } }]);
  expect(Object.keys(api.asked(decideIdea)[0]?.body ?? {})).toEqual(['outcome']);
});

it.each([zh.outcomes.declined, zh.outcomes.deferred])('requires a reason: %s', async outcome => {
  await open();
  await select(outcome);
  const reason = screen.getByLabelText(zhAgenda.reasonFor);
  expect(reason.getAttribute('aria-required')).toBe('true');
  await press(zhAgenda.decide);
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(wrongFields()).toEqual(['reason']);
  expect(document.activeElement).toBe(reason);
});

it('checks a reply too, although none is required', async () => {
  await open();
  await select(zh.outcomes.adopted);
  await type(zhAgenda.officialReply, '好');
  await press(zhAgenda.decide);
  expect(wrongFields()).toEqual(['reply']);
  expect(screen.getByText(zh.tooShort(2))).toBeTruthy();
});

it('asks for a secret ballot’s own outcome, without a reason', async () => {
  const api = fakeApi();
  api.hold(decideIdea);
  await open(api, agendaItem({ rule: 'secret' }));
  await select(zhAgenda.asBalloted);
  await type(zhAgenda.officialReply, '下月动工。');
  await press(zhAgenda.decide);
  await press(zh.confirm);
  await waitFor(() =>
    expect(api.asked(decideIdea)).toMatchObject([
      { body: { outcome: 'as-balloted', reply: '下月动工。' } },
    ]),
  );
  expect(button().disabled).toBe(true);
});

it('says why a decision is refused, keeps it for the next visit, and forgets it once it is made', async () => {
  const api = fakeApi();
  api.answer(decideIdea, refusal(409, 'no-quorum'));
  const { change } = await open(api);
  expect(button().closest('details')?.open).toBe(false);
  await select(zh.outcomes.declined);
  await type(zhAgenda.reasonFor, '已有同类设备。');
  await press(zhAgenda.decide);
  await press(zh.confirm);
  expect((await screen.findByRole('alert')).textContent).toContain('no-quorum');
  change(null);
  change(form());
  expect(button().closest('details')?.open).toBe(true);
  expect(typedIn(zhAgenda.reasonFor)).toBe('已有同类设备。');
  api.answer(decideIdea, decided('declined'));
  const onDone = vi.fn();
  change(form(agendaItem(), onDone));
  await press(zhAgenda.decide);
  await press(zh.confirm);
  await waitFor(() => expect(onDone).toHaveBeenCalledWith('declined'));
  change(null);
  change(form());
  expect(typedIn(zhAgenda.reasonFor)).toBe('');
});

it('does nothing on a no', async () => {
  const api = fakeApi();
  await open(api);
  await select(zh.outcomes.adopted);
  await press(zhAgenda.decide);
  await press(zh.cancel);
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(api.asked(decideIdea)).toEqual([]);
});
