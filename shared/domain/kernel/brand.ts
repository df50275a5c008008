/**
 * Nominal typing for strings that look alike. An organization's id and a member's id are both text; branding them
 * lets the compiler refuse one where the other is meant. Brands are given only by the predicates beside each type.
 */
declare const brand: unique symbol;

export type Branded<Base, Name extends string> = Base & { readonly [brand]: Name };
