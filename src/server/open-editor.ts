// Opens a file in the author's editor. The only file that imports launch-editor, which knows how each editor is told a line, and
// finds the one that runs; `LAUNCH_EDITOR` or `EDITOR` names another.

/** The reason why it could not be opened, if it could not. */
export async function openInEditor(file: string, line: number, column: number): Promise<string | undefined> {
  const { default: launch } = await import('launch-editor')
  return new Promise(resolve => {
    // It calls back only when something went wrong, and that soon.
    const timer = setTimeout(() => resolve(undefined), 500)
    launch(`${file}:${line}:${column}`, (_file, reason) => {
      clearTimeout(timer)
      resolve(reason ?? 'No editor was found; name it in the environment variable EDITOR')
    })
  })
}
