/** Choosing one person or several by what people type. */
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { useRef, useState } from 'preact/hooks';
import { describe, expect, it } from 'vitest';
import { NetworkFailure } from '../../../../shared/contract/client-errors.ts';
import { getDirectory } from '../../../../shared/contract/routes/organization.ts';
import type { MemberId } from '../../../../shared/domain/kernel/ids.ts';
import { PersonPicker } from '../../../../web/features/directory/index.ts';
import type { ListedMember } from '../../../../web/features/directory/search.ts';
import { useFieldErrors } from '../../../../web/ui/form/use-field-errors.ts';
import { department, member, name, team } from '../../../sample/names.ts';
import { fakeApi, refusal } from '../../fake-api.ts';
import { press, renderPage, type } from '../../render-page.tsx';

const people: ListedMember[] = (
  [
    ['HT0001', '王建国', '铸造车间', '一班'],
    ['HT0002', '王建国', '装配车间', '二班'],
    ['HT0003', '李明', '铸造车间', '先锋岗'],
    ['HT0004', '赵敏', '设备部', '维修班'],
  ] as const
).map(([id, called, where, group]) => ({
  id: member(id),
  name: name(called),
  department: department(where),
  team: team(group),
}));

function withDirectory() {
  const api = fakeApi();
  api.answer(getDirectory, { members: people });
  return api;
}

interface Several {
  readonly start?: readonly MemberId[];
  readonly max?: number;
  readonly exclude?: readonly MemberId[] | undefined;
}

/** A form with a field for several people, which says who is chosen. */
function SeveralPeople({ start = [], max = 3, exclude }: Several) {
  const [value, setValue] = useState(start);
  return (
    <>
      <PersonPicker
        label="Who"
        multiple
        max={max}
        value={value}
        onChange={setValue}
        exclude={exclude}
      />
      <output>{value.join(' ')}</output>
    </>
  );
}

function OnePerson({ start }: { readonly start?: MemberId }) {
  const [value, setValue] = useState<MemberId | undefined>(start);
  return (
    <>
      <PersonPicker label="Who" value={value} onChange={setValue} />
      <output>{value}</output>
    </>
  );
}

const field = () => screen.getByLabelText<HTMLInputElement>('Who');
const chosen = () => document.querySelector('output')?.textContent;
const options = () => screen.queryAllByRole('option').map(({ textContent }) => textContent);
const status = () => document.querySelector('small[role="status"]')?.textContent;
const key = (name: string, more = {}) => fireEvent.keyDown(field(), { key: name, ...more });
const active = () =>
  document.getElementById(field().getAttribute('aria-activedescendant') ?? '')?.textContent;

async function search(text: string): Promise<void> {
  field().focus();
  await type('Who', text);
  await waitFor(() => expect(options()).not.toEqual([]));
}

it('asks for nobody until the field is focused', async () => {
  const { api } = await renderPage(<OnePerson />, { api: withDirectory() });
  expect(api.asked(getDirectory)).toEqual([]);
  field().focus();
  await waitFor(() => expect(api.asked(getDirectory)).toHaveLength(1));
});

describe('suggestions', () => {
  it.each([
    ['initials', 'wjg', ['HT0001', 'HT0002']],
    ['a name', '李', ['HT0003']],
    ['a number', 'ht0004', ['HT0004']],
    ['a team', '先锋', ['HT0003']],
  ])('come by %s', async (_, text, ids) => {
    await renderPage(<OnePerson />, { api: withDirectory() });
    await search(text);
    expect(screen.getAllByRole('option').map(({ id }) => id.slice(-6))).toEqual(ids);
  });

  it('say department and team, and the number where two share a name', async () => {
    await renderPage(<OnePerson />, { api: withDirectory() });
    await search('王');
    expect(options()[0]).toBe('王建国铸造车间\u00a0· 一班\u00a0· HT0001');
    await search('李');
    expect(options()).toEqual(['李明铸造车间\u00a0· 先锋岗']);
  });

  it('leave out whoever is chosen or excluded', async () => {
    const page = <SeveralPeople start={[member('HT0001')]} exclude={[member('HT0002')]} />;
    await renderPage(page, { api: withDirectory() });
    await search('铸造');
    expect(options()).toEqual(['李明铸造车间\u00a0· 先锋岗']);
  });
});

describe('by keyboard', () => {
  it('arrows move, Enter chooses, and the form is not sent', async () => {
    await renderPage(<OnePerson />, { api: withDirectory() });
    await search('王建');
    expect(field().getAttribute('aria-expanded')).toBe('true');
    expect(active()).toContain('HT0001');
    await key('ArrowDown');
    expect(active()).toContain('HT0002');
    // True unless the default is prevented: sending the form.
    expect(await key('Enter')).toBe(false);
    expect(chosen()).toBe('HT0002');
    expect([options(), field().value, field().getAttribute('aria-expanded')]).toEqual([
      [],
      '',
      'false',
    ]);
  });

  it('an arrow at either end leaves the choice as it is', async () => {
    await renderPage(<OnePerson />, { api: withDirectory() });
    await search('王建');
    await key('ArrowUp');
    expect(active()).toContain('HT0001');
    await search('李');
    await key('ArrowDown');
    await key('Enter');
    expect(chosen()).toBe('HT0003');
  });

  it('Enter never sends the form while there is a text', async () => {
    await renderPage(<OnePerson />, { api: withDirectory() });
    await search('李');
    await key('Escape');
    await type('Who', 'zzz');
    expect(await key('Enter')).toBe(false);
    expect(chosen()).toBe('');
  });

  it('Enter of an input method chooses nobody', async () => {
    await renderPage(<OnePerson />, { api: withDirectory() });
    await search('wjg');
    await key('Enter', { isComposing: true });
    await key('Enter', { keyCode: 229 });
    expect(chosen()).toBe('');
  });

  it('Escape closes the list and keeps the text; an arrow opens it again', async () => {
    await renderPage(<OnePerson />, { api: withDirectory() });
    await search('李');
    await key('Escape');
    expect([options(), field().value]).toEqual([[], '李']);
    await key('ArrowDown');
    expect(options()).toHaveLength(1);
  });

  it('Backspace in an empty field takes the last away', async () => {
    const start = [member('HT0003'), member('HT0004')];
    await renderPage(<SeveralPeople start={start} />, { api: withDirectory() });
    await type('Who', '李');
    await key('Backspace');
    expect(chosen()).toBe('HT0003 HT0004');
    await type('Who', '');
    await key('Backspace');
    expect(chosen()).toBe('HT0003');
  });
});

describe('the chosen', () => {
  it('are chips with names, each with a button that takes it away', async () => {
    const start = [member('HT0001'), member('HT0003')];
    await renderPage(<SeveralPeople start={start} />, { api: withDirectory() });
    const chips = screen.getByRole('list', { name: '已选的人' });
    await within(chips).findByText('李明');
    // The number tells the two of one name apart.
    expect(within(chips).getAllByRole('listitem')[0]?.textContent).toContain('HT0001');
    await press('移除 李明');
    expect(chosen()).toBe('HT0001');
    expect(document.activeElement).toBe(field());
    expect(status()).toContain('李明');
  });

  it('are at most as many as allowed', async () => {
    await renderPage(<SeveralPeople start={[member('HT0001')]} max={2} />, {
      api: withDirectory(),
    });
    await search('李明');
    await key('Enter');
    expect(chosen()).toBe('HT0001 HT0003');
    expect([field().readOnly, status()]).toEqual([true, '最多 2 位，已选满。']);
  });

  it('are replaced in a field for one', async () => {
    await renderPage(<OnePerson start={member('HT0001')} />, { api: withDirectory() });
    await search('赵敏');
    await fireEvent.click(screen.getByRole('option'));
    expect(chosen()).toBe('HT0004');
  });
});

describe('leaving the field', () => {
  it.each([
    ['a full number, in the spelling of the list', 'ｈｔ０００３', 'HT0003'],
    ['a name that one alone has', '李明', 'HT0003'],
    ['a number that the list lacks', 'HT9999', 'HT9999'],
    ['a list of both', '李明、ht0004 HT0001', 'HT0003 HT0004 HT0001'],
    ['no name that two have', '王建国', ''],
    ['no letters that are no number', 'wjg', ''],
    ['nobody if one of a list is unclear', '李明、王建国', ''],
  ])('takes %s', async (_, text, expected) => {
    const { api } = await renderPage(<SeveralPeople />, { api: withDirectory() });
    field().focus();
    await waitFor(() => expect(api.asked(getDirectory)).toHaveLength(1));
    await type('Who', text);
    field().blur();
    await waitFor(() => expect(chosen()).toBe(expected));
    expect(field().value).toBe(expected === '' ? text : '');
    expect(field().getAttribute('aria-invalid')).toBe(expected === '' ? 'true' : null);
  });

  it('does so too once the directory has arrived', async () => {
    const api = fakeApi();
    const waiting = api.hold(getDirectory);
    await renderPage(<OnePerson />, { api });
    field().focus();
    await type('Who', '李明');
    field().blur();
    await waitFor(() => expect(waiting).toHaveLength(1));
    expect(chosen()).toBe('');
    waiting[0]?.answer({ members: people });
    await waitFor(() => expect(chosen()).toBe('HT0003'));
  });
});

it('says nothing of the one chosen before once its form begins anew', async () => {
  function Form() {
    const [value, setValue] = useState<MemberId | undefined>(undefined);
    return (
      <>
        <PersonPicker label="Who" value={value} onChange={setValue} />
        <button type="button" onClick={() => setValue(undefined)}>
          anew
        </button>
      </>
    );
  }
  await renderPage(<Form />, { api: withDirectory() });
  await search('王建国');
  await key('Enter');
  expect(status()).toContain('王建国');
  await press('anew');
  expect(status()).toBe('');
});

it('says when the directory cannot be read, and takes full numbers', async () => {
  const api = fakeApi();
  api.answer(getDirectory, new NetworkFailure());
  await renderPage(<OnePerson />, { api });
  field().focus();
  await screen.findByText('暂时读不到通讯录，请输入完整工号。');
  await type('Who', 'ht0003');
  await key('Enter');
  expect(chosen()).toBe('ht0003');
  await screen.findByText('工号 ht0003');
});

describe('in a form', () => {
  function Form({ refused = null }: { readonly refused?: Error | null }) {
    const form = useRef<HTMLFormElement>(null);
    const [owner, setOwner] = useState<MemberId | undefined>(undefined);
    const [sent, setSent] = useState('');
    const { errors, lookOver } = useFieldErrors(form, refused, () => ({ ok: true, body: owner }));
    return (
      <form
        ref={form}
        noValidate
        onSubmit={event => {
          event.preventDefault();
          const checked = lookOver();
          if (checked.ok) setSent(`sent ${checked.body ?? 'nobody'}`);
        }}
      >
        <PersonPicker
          label="Who"
          name="owner"
          value={owner}
          onChange={setOwner}
          error={errors.owner}
        />
        <button type="submit">send</button>
        <output>{sent}</output>
      </form>
    );
  }

  it('what was typed and is nobody is not left out: the form waits, with the focus there', async () => {
    const { api } = await renderPage(<Form />, { api: withDirectory() });
    field().focus();
    await waitFor(() => expect(api.asked(getDirectory)).toHaveLength(1));
    await type('Who', '王建国');
    field().blur();
    await waitFor(() => expect(field().getAttribute('aria-invalid')).toBe('true'));
    await press('send');
    await waitFor(() => expect(document.activeElement).toBe(field()));
    expect(chosen()).toBe('');
    await type('Who', '李明');
    field().blur();
    await waitFor(() => expect(field().value).toBe(''));
    await press('send');
    expect(chosen()).toBe('sent HT0003');
  });

  it('an error of the API goes with another choice', async () => {
    const refused = refusal(422, 'invalid', {
      errors: [{ field: 'owner', rule: 'known', detail: 'no such one' }],
    });
    await renderPage(<Form refused={refused} />, { api: withDirectory() });
    screen.getByText('no such one');
    await search('李明');
    await key('Enter');
    await waitFor(() => expect(screen.queryByText('no such one')).toBeNull());
  });
});
