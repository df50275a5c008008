/**
 * Renders a part of the pages with all that stands around it in the application: the language, a session, an organization in which
 * somebody is a member, the API and its cache, the router, and a browser that remembers nothing of the test before.
 */
import { QueryClientProvider } from '@tanstack/preact-query';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import type { ComponentChildren } from 'preact';
import { expect, onTestFinished } from 'vitest';
import type { MemberId } from '../../shared/domain/kernel/ids.ts';
import type { Role } from '../../shared/domain/organization/organization.ts';
import { CallProvider } from '../../web/api/call-context.tsx';
import { createQueryClient } from '../../web/api/query-client.ts';
import { keepLanguage, type Language } from '../../web/language/language.ts';
import { LanguageProvider } from '../../web/language/language-context.tsx';
import { LateFailures } from '../../web/shell/late-failures.tsx';
import { NavigationBlocker } from '../../web/shell/navigation-blocker.tsx';
import { type OrganizationProfile, OrganizationProvider } from '../../web/shell/organization-context.tsx';
import { Session } from '../../web/sign-in/session.ts';
import { SessionProvider } from '../../web/sign-in/session-context.tsx';
import type { OpenSession } from '../../web/sign-in/sign-in.ts';
import { device, tab } from '../../web/storage/browser-storage.ts';
import { type FakeApi, fakeApi } from './fake-api.ts';
import { membershipOf, sampleOrganization } from './sample.ts';

/** Leaves the browser as the test found it. */
function leave(): void {
  cleanup();
  for (const kept of [device, tab]) kept.clear();
  history.replaceState(null, '', '/');
  document.documentElement.lang = '';
}

interface Scene {
  readonly api?: FakeApi;
  readonly language?: Language;
  /** Who looks at the page; an employee called HT0132, unless said otherwise. */
  readonly member?: MemberId;
  readonly roles?: readonly Role[];
  /** What is different about the organization. */
  readonly organization?: Partial<OrganizationProfile>;
  readonly address?: string;
  readonly signOut?: () => Promise<void>;
}

interface RenderedPage {
  readonly api: FakeApi;
  readonly container: Element;
  /** Renders something else in the same place, as a newer reading does. */
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
  // A test that fails a reading does not wait for the pauses between the tries.
  queryClient.setDefaultOptions({ queries: { retry: false } });
  const membership = membershipOf(member, roles);
  const opened = sessionOf(membership.memberId, signOut);
  const here = { organization: { ...sampleOrganization, ...organization }, membership };
  const page = (content: ComponentChildren) => (
    <LanguageProvider>
      <SessionProvider opened={opened}>
        <QueryClientProvider client={queryClient}>
          <CallProvider call={api.call}>
            <NavigationBlocker>
              <LateFailures />
              <OrganizationProvider here={here}>{content}</OrganizationProvider>
            </NavigationBlocker>
          </CallProvider>
        </QueryClientProvider>
      </SessionProvider>
    </LanguageProvider>
  );
  const { container, rerender } = render(page(content));
  // English is loaded first.
  await waitFor(() => expect(document.documentElement.lang).toBe(language));
  return { api, container, change: content => rerender(page(content)) };
}

/** A session that is never asked for anything: the API is a fake. */
function sessionOf(subject: string, signOut: () => Promise<void>): OpenSession {
  const session = new Session({
    subject,
    tokens: { current: async () => undefined, renew: async () => 'refused' },
    send: () => Promise.reject(new Error('nothing is sent')),
    keep: () => undefined,
  });
  return { session, signInAgain: () => undefined, signOut, takeKept: () => undefined };
}

/** Types over what stands in a field. */
export async function type(label: string | RegExp, text: string): Promise<void> {
  await fireEvent.input(screen.getByLabelText(label), { target: { value: text } });
}

export async function choose(label: string | RegExp, value: string): Promise<void> {
  const control = screen.getByLabelText<HTMLSelectElement>(label);
  control.value = value;
  // A browser says so twice, and in this order.
  for (const event of ['input', 'change']) await fireEvent(control, new Event(event, { bubbles: true }));
}

export async function press(name: string | RegExp, within: Pick<typeof screen, 'getByRole'> = screen) {
  await fireEvent.click(within.getByRole('button', { name }));
}

/** What stands in a field. */
export function typedIn(label: string | RegExp): string {
  return screen.getByLabelText<HTMLInputElement>(label).value;
}

/** The names of the fields that are marked as wrong. */
export function wrongFields(): (string | null)[] {
  return [...document.querySelectorAll('[aria-invalid="true"]')].map(element => element.getAttribute('name'));
}
