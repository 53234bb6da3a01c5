// Fonts by name: faces of one kind that systems have, so that nothing is loaded.

/** THE LIST of names that `font`, `heading_font` and `code_font` know. */
export const fontStacks: Readonly<Record<string, string>> = {
  'old-style': '"Iowan Old Style","Palatino Linotype",Palatino,"URW Palladio L",P052,"Noto Serif",serif',
  transitional: 'Charter,"Bitstream Charter","Sitka Text",Cambria,"Noto Serif",serif',
  didone: '"Bodoni 72",Didot,"Bodoni MT","Noto Serif Display","URW Palladio L",P052,serif',
  slab: 'Rockwell,"Rockwell Nova","Roboto Slab","DejaVu Serif","Sitka Small",serif',
  times: '"Latin Modern Roman","STIX Two Text","Times New Roman","Nimbus Roman","Liberation Serif",serif',
  humanist: 'Seravek,"Gill Sans Nova",Ubuntu,Calibri,"Source Sans 3","Noto Sans","DejaVu Sans",sans-serif',
  geometric: 'Avenir,Montserrat,Corbel,"URW Gothic","Century Gothic",sans-serif',
  grotesque: 'Inter,"Helvetica Neue",Roboto,Arimo,"Nimbus Sans","Liberation Sans",Arial,sans-serif',
  rounded: 'ui-rounded,"Hiragino Maru Gothic ProN",Quicksand,Comfortaa,Manjari,"Arial Rounded MT Bold",Calibri,sans-serif',
  system: 'system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif',
  code: 'ui-monospace,"Cascadia Code",Menlo,Consolas,"DejaVu Sans Mono",monospace',
  typewriter: '"Nimbus Mono PS","Courier New","Courier Prime",Courier,monospace',
}
