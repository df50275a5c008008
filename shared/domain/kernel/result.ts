/**
 * Either what was asked for, or why not. A function names in its type every refusal that it can give, so that nobody overlooks one
 * and none is answered for that cannot happen.
 */
export type Result<Value, Refusal> = Ok<Value> | Err<Refusal>;

export interface Ok<Value> {
  readonly ok: true;
  readonly value: Value;
}

export interface Err<Refusal> {
  readonly ok: false;
  readonly refusal: Refusal;
}

export const ok = <Value>(value: Value): Ok<Value> => ({ ok: true, value });
export const err = <const Refusal>(refusal: Refusal): Err<Refusal> => ({ ok: false, refusal });

/** What a result can be refused with. */
export type RefusalIn<Some> = Some extends Err<infer Refusal> ? Refusal : never;
