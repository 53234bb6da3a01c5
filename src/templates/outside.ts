// What a template can reach besides what it is given: the clock, chance, the process. Templates get these instead of the real ones, so that it
// is known of every page whether anything went into it that the next build might find otherwise.

/** The names under which a template finds them. */
export const outsideNames = ['Date', 'Math', 'performance', 'process', 'globalThis'] as const

export type Outside = Readonly<Record<(typeof outsideNames)[number], unknown>>

/** `saw` is called whenever a template asks for what changes by itself. */
export function watchOutside(saw: () => void): Outside {
  const watched = (target: object): object =>
    new Proxy(target, {
      get: (of, name) => {
        saw()
        const value: unknown = Reflect.get(of, name)
        // A method needs its object; a constructor must stay what it is.
        return typeof value === 'function' && value.prototype === undefined ? value.bind(of) : value
      },
    })
  return {
    Date: watchedDate(saw),
    Math: new Proxy(Math, {
      get: (of, name) => {
        if (name === 'random') saw()
        return Reflect.get(of, name)
      },
    }),
    performance: watched(performance),
    process: watched(process),
    globalThis: watched(globalThis),
  }
}

// A date that is given stays the same; only the present does not.
function watchedDate(saw: () => void): DateConstructor {
  return new Proxy(Date, {
    construct: (of, args: readonly unknown[], as) => {
      if (args.length === 0) saw()
      return Reflect.construct(of, args, as) as object
    },
    apply: of => {
      saw()
      return of()
    },
    get: (of, name) => {
      if (name === 'now') saw()
      return Reflect.get(of, name) as unknown
    },
  })
}
