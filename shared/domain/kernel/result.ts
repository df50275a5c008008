/**
 * A value or a refusal. A function names all of its possible refusals in its type, so that no
 * caller overlooks one or handles an impossible one.
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

/** The refusals of a result type. */
export type RefusalIn<Some> = Some extends Err<infer Refusal> ? Refusal : never;
