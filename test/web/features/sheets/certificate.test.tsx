/** The certificate: for whom it is, what it says, and why it may not be there. */
import { screen } from '@testing-library/preact';
import { expect, it } from 'vitest';
import { getIdea } from '../../../../shared/contract/routes/ideas.ts';
import type { Department, PersonName } from '../../../../shared/domain/kernel/ids.ts';
import { certificateOf } from '../../../../web/features/sheets/certificate.ts';
import { hasCertificate } from '../../../../web/features/sheets/index.ts';
import { CertificatePage } from '../../../../web/features/sheets/pages/certificate-page.tsx';
import { zh } from '../../../../web/features/sheets/words.zh.ts';
import { fakeApi } from '../../fake-api.ts';
import { renderPage } from '../../render-page.tsx';
import { at, author, colleague, detailedIdea, secretary } from '../../sample.ts';

const department = '机加一车间' as Department;
const people = {
  [author]: { name: '王建国' as PersonName, department },
  [colleague]: { name: '李秀英' as PersonName, department },
};
const accepted = detailedIdea({
  status: 'accepted',
  coAuthors: [colleague],
  acceptance: { at: at('2026-11-20 10:00'), by: secretary, verifiedBenefit: 36_000 },
  people,
});
const named = {
  act: 'name-excellent' as const,
  at: at('2026-12-01 09:00'),
  by: { kind: 'member' as const, id: secretary },
  to: 'accepted' as const,
};

async function open(idea: typeof accepted) {
  const api = fakeApi();
  api.answer(getIdea, idea);
  await renderPage(<CertificatePage fromAddress={idea.id} />, { api });
  await screen.findByRole('heading', { level: 1 });
}

it('names all authors, the idea, the verified benefit, the organization and the day', async () => {
  await open(accepted);
  const text = screen.getByRole('article').textContent;
  for (const part of ['王建国', '李秀英', accepted.title, '36,000', '华泰矿冶', '2026年11月20日'])
    expect(text).toContain(part);
  expect(text).not.toContain(zh.wasExcellent);
});

it.each([
  ['not-earned', detailedIdea({ status: 'completed', people })],
  ['unnamed', { ...accepted, authorId: undefined, unnamed: true }],
  ['erased', { ...accepted, coAuthors: [], people: { [author]: { department, erased: true } } }],
] as const)('says why there is none: %s', async (why, idea) => {
  await open(idea as typeof accepted);
  expect(screen.getByText(zh.noCertificate[why])).toBeTruthy();
  expect(screen.queryByRole('article')).toBeNull();
  expect(screen.getByRole('link').getAttribute('href')).toContain(idea.id);
});

it('is dated by the later of acceptance and excellence, and tells no benefit of nothing', () => {
  const { acceptance } = accepted;
  expect(
    certificateOf({
      ...accepted,
      excellent: true,
      acceptance: { ...acceptance!, verifiedBenefit: 0 },
      history: [named],
    }),
  ).toMatchObject({
    is: 'granted',
    accepted: true,
    excellent: true,
    benefit: undefined,
    at: named.at,
  });
});

it('is also for an excellent idea that is still carried out, without a benefit', () => {
  const idea = detailedIdea({ status: 'implementing', excellent: true, history: [named], people });
  expect(certificateOf(idea)).toMatchObject({ is: 'granted', accepted: false, at: named.at });
});

it('is offered on the page of the idea as soon as it can be printed', () => {
  expect(hasCertificate(accepted)).toBe(true);
  expect(hasCertificate(detailedIdea({ people }))).toBe(false);
});
