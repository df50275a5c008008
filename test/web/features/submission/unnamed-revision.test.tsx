/** Revising an unnamed idea: its photos stay until they are changed, and new ones stay in the tab. */
import { screen, waitFor } from '@testing-library/preact';
import { expect, it, vi } from 'vitest';
import { NetworkFailure } from '../../../../shared/contract/client-errors.ts';
import { reviseUnnamedIdea } from '../../../../shared/contract/routes/unnamed.ts';
import type { ClaimCode } from '../../../../shared/domain/idea/claim-code.ts';
import { zh as choosing } from '../../../../web/features/photos/choosing/words.zh.ts';
import { zh as photoWords } from '../../../../web/features/photos/words.zh.ts';
import { UnnamedRevision } from '../../../../web/features/submission/components/unnamed-revision.tsx';
import { zh as words } from '../../../../web/features/submission/words.zh.ts';
import { zh } from '../../../../web/i18n/zh.ts';
import { keptNames } from '../../../../web/storage/kept-blobs.ts';
import { fakeApi } from '../../fake-api.ts';
import { chooseFile, press, renderPage } from '../../render-page.tsx';
import { detailedIdea, photo } from '../../sample.ts';
import { fakePictures, fakeUploads, jpeg } from '../photos/fake-pictures.ts';

it('sends a new photo beside those that the idea has, and keeps it off the device', async () => {
  fakePictures();
  const api = fakeApi();
  fakeUploads(api);
  const [problem, proposal] = [photo(1, 'problem', '料架'), photo(2, 'proposal')];
  const { authorId: _, ...unnamed } = detailedIdea({
    status: 'returned',
    unnamed: true,
    photos: [problem, proposal],
  });
  const nothing = () => undefined;
  api.answer(reviseUnnamedIdea, new NetworkFailure('gone'));
  await renderPage(
    <UnnamedRevision
      code={'ABCD' as ClaimCode}
      idea={unnamed as never}
      onDone={vi.fn()}
      onReload={nothing}
      onCancel={nothing}
    />,
    { api },
  );
  await screen.findByAltText('料架');
  await press(words.handInAgain);
  await screen.findByText(zh.networkFailed);
  await chooseFile(choosing.choosePhotosOf.problem, jpeg('a.jpg'));
  await screen.findByLabelText(photoWords.photoAltOf(2));
  expect(await keptNames()).toEqual([]);
  await press(words.handInAgain);
  await waitFor(() => expect(api.asked(reviseUnnamedIdea)).toHaveLength(2));
  expect(api.asked(reviseUnnamedIdea).map(({ body }) => body.photos)).toEqual([
    undefined,
    [
      { id: problem.id, of: 'problem', alt: '料架' },
      { id: proposal.id, of: 'proposal' },
      { id: expect.any(String), of: 'problem' },
    ],
  ]);
});
