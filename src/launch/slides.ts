// The file that another process runs to draw slides: told in its argument what to draw, it says what it has done.

import { drawSlides, type SlidesToDraw } from '../io/draw-slides.ts'

void drawSlides(JSON.parse(process.argv[2] ?? '') as SlidesToDraw).then(done => process.stdout.write(JSON.stringify(done)))
