/** The reader's ideas with what became of them, and those that a contact looks after. */
import { screen, waitFor } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import type { ReplyOf } from '../../../../shared/contract/client.ts';
import { listMyIdeas } from '../../../../shared/contract/routes/ideas.ts';
import { listContactIdeas } from '../../../../shared/contract/routes/opinions.ts';
import { IDEA_STATUSES } from '../../../../shared/domain/idea/lifecycle.ts';
import { ContactPage } from '../../../../web/features/home/pages/contact-page.tsx';
import { MinePage } from '../../../../web/features/home/pages/mine-page.tsx';
import { zh as zhHome } from '../../../../web/features/home/words.zh.ts';
import { zh } from '../../../../web/i18n/zh.ts';
import type { State } from '../../../../web/outbox/entry.ts';
import { paths } from '../../../../web/paths.ts';
import { date, department, name } from '../../../sample/names.ts';
import { fakeApi } from '../../fake-api.ts';
import { fakeIndexedDb, fakeLocks } from '../../outbox/fake-browser.ts';
import { letWait } from '../../outbox/let-wait.ts';
import { anAct, anEntry } from '../../outbox/world.ts';
import { press, renderPage } from '../../render-page.tsx';
import { at, author, chair, colleague, huatai, listedIdea, october } from '../../sample.ts';

describe('my ideas', () => {
  const open = async (
    items: ReturnType<typeof listedIdea>[],
    people: Pick<ReplyOf<typeof listMyIdeas>, 'people'> = {},
  ) => {
    const api = fakeApi();
    api.answer(listMyIdeas, { items, ...people });
    await renderPage(<MinePage />, { api, address: paths.mine(huatai) });
    await screen.findByRole('link', { name: items[0]?.title ?? zh.handInFirst });
  };

  it('say what the secretary wants changed', async () => {
    await open([listedIdea({ status: 'returned', note: '请写清是哪一台。' })]);
    expect(screen.getByText(/请写清是哪一台。/)).toBeTruthy();
  });

  it('say why one was declined, and what its author was answered', async () => {
    const decision = {
      outcome: 'declined',
      at: at('2026-10-16 15:00'),
      by: { kind: 'member', id: chair },
      round: october,
      reasonCode: 'not-approved',
      reply: '明年预算里再看。',
    } as const;
    await open([
      listedIdea({ status: 'declined', decision, tracker: { at: 'voting', state: 'ended' } }),
    ]);
    expect(screen.getByText(/明年预算里再看。/)).toBeTruthy();
    expect(document.body.textContent).toContain(zh.reasonCodes['not-approved']);
  });

  it('show what still waits on this device, unless it is unnamed', async () => {
    fakeIndexedDb();
    fakeLocks();
    const named = anAct(0, 0);
    const unnamed = anAct(0, 0);
    if (unnamed.id !== 'submitIdea') throw new Error('not an idea');
    const secret = {
      ...unnamed,
      request: { ...unnamed.request, body: { ...unnamed.request.body, unnamed: true as const } },
    };
    const state: State = { is: 'waiting', tries: 1, after: Date.now() + 3_600_000, why: 'limit' };
    await letWait(author, [
      { ...anEntry('one', named), state, about: { title: '行车限位', address: '/' } },
      { ...anEntry('two', secret), state, about: { title: '食堂卫生', address: '/' } },
    ]);
    const api = fakeApi();
    api.answer(listMyIdeas, { items: [] });
    await renderPage(<MinePage />, { api, address: paths.mine(huatai) });
    const waiting = await screen.findByRole('list', { name: zhHome.waitingIdeas });
    expect(waiting.textContent).toBe(`行车限位${zh.waitsToBeSent}`);
    expect(screen.queryByText(zh.mineEmpty)).toBeNull();
  });

  const implementation = {
    owner: colleague,
    due: date('2026-12-31'),
    assignedAt: at('2026-10-20 09:00'),
    progress: 60,
    overdue: false,
  };

  it('name the owner of the work', async () => {
    await open([listedIdea({ status: 'implementing', implementation })], {
      people: { [colleague]: { name: name('李桂英'), department: department('铸造车间') } },
    });
    expect(screen.getByText(/李桂英/).textContent).toContain('60%');
  });

  it('name no progress of work that is completed, whatever was reported last', async () => {
    await open([listedIdea({ status: 'completed', implementation })]);
    expect(document.body.textContent).not.toContain('60%');
  });

  it('are filtered by status, in the address, once there are many', async () => {
    const many = IDEA_STATUSES.slice(0, 8).map((status, at) =>
      listedIdea({ id: `2026-10-${String(at).padStart(26, '0')}` as never, status, title: status }),
    );
    await open(many);
    await press(`${zh.statuses.adopted} 1`);
    const titles = () => screen.getAllByRole('heading', { level: 2 }).map(one => one.textContent);
    await waitFor(() => expect(titles()).toEqual(['adopted']));
    expect(location.search).toBe('?status=adopted');
  });

  it('are an invitation while there are none', async () => {
    await open([]);
    expect(screen.getByRole('link', { name: zh.handInFirst }).getAttribute('href')).toBe(
      paths.handIn(huatai),
    );
  });
});

describe('the ideas of a contact', () => {
  it('say which wait for an opinion, and which have it', async () => {
    const api = fakeApi();
    const referral = { adviser: author, at: at('2026-10-09 10:00') };
    const opinion = { by: author, at: at('2026-10-10 10:00'), text: '可行。' };
    api.answer(listContactIdeas, {
      items: [
        { ...listedIdea({ title: '甲' }), referral },
        { ...listedIdea({ title: '乙' }), referral, opinion },
        { ...listedIdea({ title: '丙' }) },
      ],
    });
    await renderPage(<ContactPage />, { api });
    const rows = await screen.findAllByRole('listitem');
    const states = rows.map(({ textContent }) =>
      [zhHome.askedOf, zhHome.opinionGiven].filter(state => textContent?.includes(state)),
    );
    expect(states).toEqual([[zhHome.askedOf], [zhHome.opinionGiven], []]);
  });
});
