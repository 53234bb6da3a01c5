// How deep a text may be nested, in both dialects. Much deeper ones would overflow the stack; none that is meant to be read comes near.

export const deepest = 100
