// Work that must not be done twice at the same time.

/** Does one thing after the other, in the order in which they are asked for; what fails holds up none behind it. */
export function inTurn(): <Result>(act: () => Promise<Result>) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve()
  return act => {
    const mine = last.then(act)
    last = mine.catch(() => {})
    return mine
  }
}
