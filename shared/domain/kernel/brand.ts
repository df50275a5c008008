/**
 * Nominal types for strings of the same form. An organization's id and a member's id are both text;
 * brands let the compiler refuse one in place of the other. Only the predicates beside each type
 * give brands.
 */
declare const brand: unique symbol;

export type Branded<Base, Name extends string> = Base & { readonly [brand]: Name };
