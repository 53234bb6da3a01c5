// The shape of a tag, which liquidjs has but does not export.

import type { Context, Emitter, Liquid, TagToken, TopLevelToken } from 'liquidjs'

/** `This` is what `parse` keeps for `render`. */
export interface LiquidTag<This = Record<string, unknown>> {
  parse(this: This & { readonly liquid: Liquid }, token: TagToken, rest: TopLevelToken[]): void
  render(this: This & { readonly liquid: Liquid }, context: Context, emitter: Emitter): Generator<unknown, void, unknown> | void
}
