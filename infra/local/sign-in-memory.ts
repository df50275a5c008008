/**
 * The memory of the local sign-in: sessions, grants, codes. It ends with the process; a user keeps
 * a token, and signing in again takes one click.
 *
 * The provider's own memory does not serve: nobody outside can end all sessions in it, it drops the
 * oldest of a thousand entries, and it prints a warning at each start.
 */
import type { Adapter, AdapterPayload } from 'oidc-provider';

/** One kind of thing, by its id. */
export class SignInMemory implements Adapter {
  readonly #things = new Map<
    string,
    { readonly payload: AdapterPayload; readonly goneAt: number }
  >();

  readonly #graceSeconds: number | undefined;

  /** With a grace, a consumed thing still serves for that long, and then is unknown. */
  constructor(graceSeconds?: number) {
    this.#graceSeconds = graceSeconds;
  }

  async upsert(id: string, payload: AdapterPayload, expiresIn?: number): Promise<void> {
    this.#things.set(id, {
      payload,
      goneAt: expiresIn ? Date.now() + expiresIn * 1000 : Number.POSITIVE_INFINITY,
    });
  }

  async find(id: string): Promise<AdapterPayload | undefined> {
    const thing = this.#things.get(id);
    if (!thing || thing.goneAt > Date.now()) return thing?.payload;
    this.#things.delete(id);
    return undefined;
  }

  findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return this.#first(payload => payload.uid === uid);
  }

  findByUserCode(userCode: string): Promise<AdapterPayload | undefined> {
    return this.#first(payload => payload.userCode === userCode);
  }

  async consume(id: string): Promise<void> {
    const thing = this.#things.get(id);
    if (!thing) return;
    const { payload, goneAt } = thing;
    if (this.#graceSeconds === undefined) payload.consumed = Math.floor(Date.now() / 1000);
    else {
      const end = Date.now() + this.#graceSeconds * 1000;
      this.#things.set(id, { payload, goneAt: Math.min(goneAt, end) });
    }
  }

  async destroy(id: string): Promise<void> {
    this.#things.delete(id);
  }

  /** Forgets everything. */
  clear(): void {
    this.#things.clear();
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    for (const [id, { payload }] of this.#things)
      if (payload.grantId === grantId) this.#things.delete(id);
  }

  async #first(is: (payload: AdapterPayload) => boolean): Promise<AdapterPayload | undefined> {
    for (const [id, { payload }] of this.#things) if (is(payload)) return this.find(id);
    return undefined;
  }
}
