/** The result of an idea as every reader sees it: its status, its decision, and its votes. */
import { screen } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import type { ReplyOf } from '../../../../shared/contract/client.ts';
import type { getIdea } from '../../../../shared/contract/routes/ideas.ts';
import { IDEA_STATUSES } from '../../../../shared/domain/idea/lifecycle.ts';
import { DecisionNote } from '../../../../web/features/ideas/components/decision-note.tsx';
import { StatusBadge } from '../../../../web/features/ideas/components/status-badge.tsx';
import { TallyLine } from '../../../../web/features/ideas/components/tally-line.tsx';
import { VotesCast } from '../../../../web/features/ideas/components/votes-cast.tsx';
import { en as enIdea } from '../../../../web/features/ideas/words.en.ts';
import { zh as zhIdea } from '../../../../web/features/ideas/words.zh.ts';
import { en } from '../../../../web/i18n/en.ts';
import { moment } from '../../../../web/i18n/moments.ts';
import { zh } from '../../../../web/i18n/zh.ts';
import { renderPage } from '../../render-page.tsx';
import { agendaItem, at, author, chair, colleague, october } from '../../sample.ts';

type Decision = NonNullable<ReplyOf<typeof getIdea>['decision']>;

const tally = { approve: 3, oppose: 1, abstain: 0 };
const decision: Decision = {
  outcome: 'adopted',
  at: at('2026-10-16 15:00'),
  by: { kind: 'member', id: chair },
  round: october,
  tally,
  eligible: 5,
  quorum: 4,
};

describe('a status', () => {
  it.each([
    ['zh-CN', zh],
    ['en', en],
  ] as const)(
    'has a word each, and a sign that is not read aloud (%s)',
    async (language, words) => {
      await renderPage(
        <ul>
          {IDEA_STATUSES.map(status => (
            <li key={status}>
              <StatusBadge status={status} />
            </li>
          ))}
        </ul>,
        { language },
      );
      const badges = screen.getAllByRole('listitem');
      for (const [number, status] of IDEA_STATUSES.entries()) {
        const badge = badges[number];
        const sign = badge?.querySelector('[aria-hidden="true"]')?.textContent;
        expect(sign).toMatch(/^\S$/);
        expect(badge?.textContent).toBe(`${sign} ${words.statuses[status]}`);
      }
    },
  );
});

it('shows every count of a tally, also zero', async () => {
  await renderPage(<TallyLine tally={tally} />, { language: 'en' });
  const counts = Object.entries({ [en.choices.approve]: 3, [en.choices.oppose]: 1 });
  for (const [choice, count] of [...counts, [en.choices.abstain, 0]])
    expect(screen.getByText(line => line.includes(`${choice} ${count}`))).toBeTruthy();
});

describe('a decision', () => {
  it('has its outcome, round, time, reason, reply, tally and quorum', async () => {
    const { container } = await renderPage(
      <DecisionNote
        people={undefined}
        decision={{ ...decision, reason: '值得一试。', reply: '下月动工。' }}
      />,
    );
    for (const text of [
      zh.outcomes.adopted,
      zh.roundName(october),
      moment(decision.at, 'Asia/Shanghai', 'zh-CN'),
      '值得一试。',
      zhIdea.officialReply,
      '下月动工。',
      `${zh.choices.approve}\u00a03`,
      zh.quorumOf(4, 5),
    ])
      expect(container.textContent).toContain(text);
  });

  it('has no label without a reason or a reply', async () => {
    const { container } = await renderPage(<DecisionNote people={undefined} decision={decision} />);
    for (const label of [zh.reason, zhIdea.officialReply])
      expect(container.textContent).not.toContain(label);
  });

  it('has its quorum without a tally if a secret ballot came to none', async () => {
    const { tally: _, ...withoutTally } = decision;
    const { container } = await renderPage(
      <DecisionNote people={undefined} decision={{ ...withoutTally, outcome: 'deferred' }} />,
      { language: 'en' },
    );
    expect(screen.getByText(en.quorumOf(4, 5))).toBeTruthy();
    expect(container.textContent).not.toContain(en.tally);
  });

  it.each([
    ['zh-CN', zhIdea],
    ['en', enIdea],
  ] as const)('says that a secretary made it without a ballot (%s)', async (language, words) => {
    const { outcome: _, tally: __, eligible: ___, quorum: ____, ...dismissal } = decision;
    await renderPage(
      <DecisionNote people={undefined} decision={{ ...dismissal, outcome: 'declined' }} />,
      {
        language,
      },
    );
    expect(screen.getByText(words.withoutBallot)).toBeTruthy();
  });
});

describe('the votes', () => {
  const { ballot } = agendaItem({ state: 'closed', mayVote: false });

  it('of an open ballot are listed by voter, with their comments', async () => {
    const votes = [
      { voter: chair, choice: 'approve', comment: '早该做了。' },
      { voter: colleague, choice: 'abstain' },
    ] as const;
    await renderPage(<VotesCast people={undefined} idea={{ ballot, votes: [...votes] }} />, {
      language: 'en',
    });
    const group = screen.getByText(enIdea.votes).closest('details');
    expect(group?.open).toBe(false);
    const shown = [...(group?.querySelectorAll('li') ?? [])].map(item => item.textContent);
    expect(shown).toEqual([
      `${en.memberNumber(chair)} ${en.choices.approve}早该做了。`,
      `${en.memberNumber(colleague)} ${en.choices.abstain}`,
    ]);
    expect(screen.queryByText(enIdea.secretBallot)).toBeNull();
  });

  it('are said to be none if nobody voted', async () => {
    await renderPage(<VotesCast people={undefined} idea={{ ballot, votes: [] }} />);
    expect(screen.getByText(zhIdea.votesEmpty)).toBeTruthy();
  });

  it('show nothing to a reader who may not see the tally yet', async () => {
    const { container } = await renderPage(
      <VotesCast people={undefined} idea={{ ballot: agendaItem().ballot, voteComments: [] }} />,
    );
    expect(container.textContent).toBe('');
  });

  it('of a secret ballot are its comments alone, two equal ones included', async () => {
    const secret = { ...ballot, rule: 'secret' } as const;
    const voteComments = ['同意', '同意', '太贵'];
    const { container } = await renderPage(
      <VotesCast people={undefined} idea={{ ballot: secret, voteComments }} />,
    );
    expect(screen.getByText(zhIdea.secretBallot)).toBeTruthy();
    const group = screen.getByText(zhIdea.voteComments).closest('details');
    expect([...(group?.querySelectorAll('li') ?? [])].map(item => item.textContent)).toEqual(
      voteComments,
    );
    for (const voter of [author, chair, colleague])
      expect(container.textContent).not.toContain(voter);
  });

  it('are not said to be secret before the ballot opens', async () => {
    const coming = { ...ballot, rule: 'secret', state: 'not-open' } as const;
    const { container } = await renderPage(
      <VotesCast people={undefined} idea={{ ballot: coming }} />,
    );
    expect(container.textContent).toBe('');
  });
});
