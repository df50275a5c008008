/** The public bulletin: read without a session, and without names, links or targets. */
import { fireEvent, screen } from '@testing-library/preact';
import { expect, it, onTestFinished, vi } from 'vitest';
import { getPublicBulletin } from '../../../../shared/contract/routes/numbers.ts';
import { PublicBulletinPage } from '../../../../web/features/bulletin/pages/public-bulletin-page.tsx';
import { publicPlaceOf } from '../../../../web/features/bulletin/public-bulletin.ts';
import { zh } from '../../../../web/features/bulletin/words.zh.ts';
import { zh as common } from '../../../../web/i18n/zh.ts';
import { renderPage } from '../../render-page.tsx';
import { bulletin, entry } from './notice.ts';

const ADDRESS = '/public/huatai/2026-10';

/** Answers the page's requests in turn. */
function answers(...responses: (() => Response)[]) {
  const fetch = vi.fn(async (_url: string, _init: RequestInit) => responses.shift()!());
  vi.stubGlobal('fetch', fetch);
  onTestFinished(() => void vi.unstubAllGlobals());
  return fetch;
}

const open = (pathname = ADDRESS) => renderPage(<PublicBulletinPage pathname={pathname} />);

it('reads all parts from the address of the API, and links to no idea', async () => {
  const fetch = answers(
    () => Response.json({ ...bulletin, nextCursor: '1' }),
    () => Response.json({ ...bulletin, items: [entry(5)] }),
  );
  await open();
  const sheet = await screen.findByRole('article');
  expect(sheet.textContent).toContain('第5条');
  expect(sheet.querySelector('a')).toBeNull();
  const path = `/api${getPublicBulletin.path}`.replace('{organization}', 'huatai');
  const address = path.replace('{round}', '2026-10');
  expect(fetch.mock.calls.map(([url]) => url)).toEqual([address, `${address}?cursor=1`]);
});

it('names the tab and describes the page', async () => {
  const meta = document.createElement('meta');
  meta.name = 'description';
  document.head.append(meta);
  onTestFinished(() => meta.remove());
  answers(() => Response.json(bulletin));
  await open();
  await screen.findByRole('article');
  expect(document.title).toContain(zh.bulletinHeading(common.roundName('2026-10')));
  expect(meta.content).toContain('华泰矿冶');
});

it.each([
  ['one that is not public', ADDRESS, 404],
  ['a false address', '/public/huatai/nothing', 200],
])('says that there is nothing: %s', async (_, address, status) => {
  answers(() => Response.json({}, { status }));
  await open(address);
  expect(await screen.findByText(zh.notPublicTitle)).toBeTruthy();
});

it('says so when it could not be read, or is no bulletin, and tries again', async () => {
  answers(
    () => Response.json({ hello: 'proxy' }),
    () => Response.json(bulletin),
  );
  await open();
  await fireEvent.click(await screen.findByRole('button', { name: common.retry }));
  expect(await screen.findByRole('article')).toBeTruthy();
});

it('reads a place from an address', () => {
  expect(publicPlaceOf(`${ADDRESS}/`)).toEqual({ organization: 'huatai', round: '2026-10' });
  expect(publicPlaceOf('/public/huatai')).toBeUndefined();
});
