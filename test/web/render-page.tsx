/**
 * Renders a part of the pages with its surroundings in the application: the language, a session, an
 * organization with a membership, the API and its cache, the router, and a browser without data of
 * earlier tests.
 */
import { QueryClientProvider } from '@tanstack/preact-query';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact';
import type { ComponentChildren } from 'preact';
import { onTestFinished, vi } from 'vitest';
import type { MemberId } from '../../shared/domain/kernel/ids.ts';
import type { Role } from '../../shared/domain/organization/organization.ts';
import { CallProvider } from '../../web/api/call-context.tsx';
import { Network } from '../../web/api/network.ts';
import { createQueryClient } from '../../web/api/query-client.ts';
import { keepLanguage, type Language } from '../../web/i18n/language.ts';
import { LanguageProvider } from '../../web/i18n/language-context.tsx';
import { loadWords } from '../../web/i18n/word-table.ts';
import { createOutbox } from '../../web/outbox/outbox.ts';
import { OutboxProvider } from '../../web/outbox/outbox-context.tsx';
import {
  type OrganizationProfile,
  OrganizationProvider,
} from '../../web/session/organization-context.tsx';
import { Session } from '../../web/session/session.ts';
import { SessionProvider } from '../../web/session/session-context.tsx';
import type { OpenSession } from '../../web/session/sign-in.ts';
import { device, tab } from '../../web/storage/browser-storage.ts';
import { LateFailures } from '../../web/ui/late-failures.tsx';
import { NavigationBlocker } from '../../web/ui/navigation-blocker.tsx';
import { ToastProvider } from '../../web/ui/toast.tsx';
import { type FakeApi, fakeApi } from './fake-api.ts';
import { membershipOf, sampleOrganization } from './sample.ts';

/**
 * Leaves the browser as the test found it. What a page still loads is waited for: the environment
 * of the file may be gone before it comes, and the worker would remember the failure.
 */
async function leave(): Promise<void> {
  await vi.dynamicImportSettled();
  cleanup();
  for (const kept of [device, tab]) kept.clear();
  history.replaceState(null, '', '/');
  document.documentElement.lang = '';
}

interface Scene {
  readonly api?: FakeApi;
  readonly language?: Language;
  /** The reader of the page; an employee called HT0132 by default. */
  readonly member?: MemberId;
  readonly roles?: readonly Role[];
  /** The test's changes of the organization. */
  readonly organization?: Partial<OrganizationProfile>;
  readonly address?: string;
  readonly signOut?: () => Promise<void>;
}

interface RenderedPage {
  readonly api: FakeApi;
  readonly container: Element;
  /** Renders something else in the same place, as after a newer reading. */
  readonly change: (content: ComponentChildren) => void;
}

export async function renderPage(
  content: ComponentChildren,
  {
    api = fakeApi(),
    language = 'zh-CN',
    member,
    roles,
    organization,
    address = '/',
    signOut = async () => undefined,
  }: Scene = {},
): Promise<RenderedPage> {
  onTestFinished(leave);
  history.replaceState(null, '', address);
  keepLanguage(language);
  const queryClient = createQueryClient();
  // A test of a failed reading does not wait for the pauses between retries.
  queryClient.setDefaultOptions({ queries: { retry: false } });
  const membership = membershipOf(member, roles);
  const opened = sessionOf(membership.memberId, signOut);
  const ways = { call: api.call, uploadPhoto: async (_: Blob, key: string) => key };
  const { session } = opened;
  const readAgain = () => queryClient.invalidateQueries();
  const outbox = createOutbox({ session, network: new Network(), ways, direct: ways, readAgain });
  onTestFinished(outbox.close);
  const here = { organization: { ...sampleOrganization, ...organization }, membership };
  const page = (content: ComponentChildren) => (
    <LanguageProvider>
      <SessionProvider opened={opened}>
        <QueryClientProvider client={queryClient}>
          <CallProvider call={api.call}>
            <OutboxProvider outbox={outbox}>
              <NavigationBlocker>
                <LateFailures />
                <ToastProvider>
                  <OrganizationProvider here={here}>{content}</OrganizationProvider>
                </ToastProvider>
              </NavigationBlocker>
            </OutboxProvider>
          </CallProvider>
        </QueryClientProvider>
      </SessionProvider>
    </LanguageProvider>
  );
  await loadWords(language);
  const { container, rerender } = render(page(content));
  return { api, container, change: content => rerender(page(content)) };
}

/** A session without requests: the API is a fake. */
function sessionOf(subject: string, signOut: () => Promise<void>): OpenSession {
  const session = new Session({
    subject,
    tokens: { current: async () => undefined, renew: async () => 'refused' },
    send: () => Promise.reject(new Error('nothing is sent')),
    keep: () => undefined,
  });
  return {
    session,
    signInAgain: () => undefined,
    signOut,
    hasKept: () => false,
    takeKept: () => undefined,
  };
}

/** Replaces the text of a field by typing. */
export async function type(label: string | RegExp, text: string): Promise<void> {
  await fireEvent.input(screen.getByLabelText(label), { target: { value: text } });
}

/** Chooses in a field of options, or in a group of radio buttons. */
export async function choose(label: string | RegExp, value: string): Promise<void> {
  const control = screen.getByLabelText<HTMLSelectElement>(label);
  const radio = control.querySelector<HTMLInputElement>(`[type="radio"][value="${value}"]`);
  if (radio !== null) return void (await fireEvent.click(radio));
  control.value = value;
  // A browser fires both events, in this order.
  for (const event of ['input', 'change'])
    await fireEvent(control, new Event(event, { bubbles: true }));
}

/** Types into a field as a person does who then goes on to the next. */
export async function typeAndLeave(label: string | RegExp, text: string): Promise<void> {
  const field = screen.getByLabelText(label);
  await act(() => field.focus());
  await type(label, text);
  await act(() => field.blur());
}

/**
 * Chooses a file. The event is made here: `fireEvent.change` fires `input` once any test of the
 * worker has loaded `preact/compat`, but a field for files listens to `change`.
 */
export async function chooseFile(label: string | RegExp, file: File): Promise<void> {
  const control = screen.getByLabelText<HTMLInputElement>(label);
  Object.defineProperty(control, 'files', { configurable: true, value: [file] });
  await fireEvent(control, new Event('change', { bubbles: true }));
}

export async function press(
  name: string | RegExp,
  within: Pick<typeof screen, 'getByRole'> = screen,
) {
  await fireEvent.click(within.getByRole('button', { name }));
}

/** The text of a field. */
export function typedIn(label: string | RegExp): string {
  return screen.getByLabelText<HTMLInputElement>(label).value;
}

/** The names of the fields that are marked as wrong. */
export function wrongFields(): (string | null)[] {
  return [...document.querySelectorAll('[aria-invalid="true"]')].map(element =>
    // A group of radio buttons is wrong as a whole.
    (element.querySelector('[name]') ?? element).getAttribute('name'),
  );
}
