/** A photo in the rows of lists: the first that is ready, and none in place of one that is not. */
import { screen } from '@testing-library/preact';
import { expect, it } from 'vitest';
import { AgendaRow } from '../../../../web/features/agenda/components/agenda-row.tsx';
import type { Photo } from '../../../../web/features/photos/index.ts';
import { ScreeningRow } from '../../../../web/features/screening/components/screening-row.tsx';
import { renderPage } from '../../render-page.tsx';
import { agendaItem, listedIdea, photo, secretary } from '../../sample.ts';

const nothing = () => undefined;
const rowsWith = (photos: Photo[]) => (
  <ul>
    <AgendaRow item={agendaItem({}, { photos })} open={undefined} onOpen={nothing} facts="" />
    <ScreeningRow
      item={listedIdea({ photos })}
      people={{}}
      open={false}
      onOpen={nothing}
      chosen={false}
      onChoose={nothing}
    />
  </ul>
);

it('is in the agenda’s rows and in those of screening', async () => {
  const awaited: Photo = { id: photo(1, 'problem').id, of: 'problem', state: 'awaited' };
  const { change } = await renderPage(rowsWith([awaited, photo(2, 'proposal', '料架')]), {
    member: secretary,
    roles: ['secretary'],
  });
  const shown = screen.getAllByAltText('料架');
  expect(shown.map(image => image.getAttribute('src'))).toEqual([
    '/photos/2/small',
    '/photos/2/small',
  ]);
  change(rowsWith([awaited]));
  expect(screen.queryAllByRole('img')).toEqual([]);
});
