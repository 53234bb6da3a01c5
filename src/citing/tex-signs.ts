// What commands of TeX stand for in a bibliography.

/** Accents, by their commands, as the characters that combine with the letter in front of them. */
export const accents: Readonly<Record<string, string>> = {
  '`': '\u0300',
  "'": '\u0301',
  '^': '\u0302',
  '~': '\u0303',
  '=': '\u0304',
  u: '\u0306',
  '.': '\u0307',
  '"': '\u0308',
  r: '\u030a',
  H: '\u030b',
  v: '\u030c',
  d: '\u0323',
  c: '\u0327',
  k: '\u0328',
  b: '\u0331',
}

/** Letters and signs of text. */
export const letters: Readonly<Record<string, string>> = {
  ss: 'ß',
  ae: 'æ',
  AE: 'Æ',
  oe: 'œ',
  OE: 'Œ',
  o: 'ø',
  O: 'Ø',
  l: 'ł',
  L: 'Ł',
  aa: 'å',
  AA: 'Å',
  dh: 'ð',
  DH: 'Ð',
  dj: 'đ',
  DJ: 'Đ',
  th: 'þ',
  TH: 'Þ',
  ng: 'ŋ',
  NG: 'Ŋ',
  i: 'ı',
  j: 'ȷ',
  S: '§',
  P: '¶',
  dots: '…',
  ldots: '…',
  textendash: '–',
  textemdash: '—',
  textquoteright: '’',
  textquoteleft: '‘',
  textquotedblleft: '“',
  textquotedblright: '”',
  textasciitilde: '~',
  textbackslash: '\\',
  textregistered: '®',
  texttrademark: '™',
  copyright: '©',
  pounds: '£',
  euro: '€',
  LaTeX: 'LaTeX',
  TeX: 'TeX',
  BibTeX: 'BibTeX',
  slash: '/',
  newblock: ' ',
  quad: ' ',
}

const greek =
  'alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ iota ι kappa κ lambda λ mu μ nu ν xi ξ pi π rho ρ sigma σ tau τ ' +
  'upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Phi Φ Psi Ψ Omega Ω'
const signs =
  'ell ℓ infty ∞ times × cdot · pm ± le ≤ leq ≤ ge ≥ geq ≥ neq ≠ approx ≈ sim ∼ to → rightarrow → leftarrow ← in ∈ subset ⊂ cup ∪ cap ∩ sqrt √ ' +
  'sum ∑ prod ∏ int ∫ partial ∂ nabla ∇ star ⋆ ast ∗ circ ° prime ′ langle ⟨ rangle ⟩ forall ∀ exists ∃ log log ln ln exp exp max max min min'

/** Signs of formulas, as far as titles have them. */
export const mathSigns: Readonly<Record<string, string>> = pairs(`${greek} ${signs}`)

function pairs(list: string): Record<string, string> {
  const words = list.split(' ')
  return Object.fromEntries(words.flatMap((word, index) => (index % 2 === 0 ? [[word, words[index + 1] ?? ''] as const] : [])))
}

/** Looks that references keep, as tags. */
export const styles: Readonly<Record<string, string>> = {
  emph: 'i',
  em: 'i',
  it: 'i',
  sl: 'i',
  textit: 'i',
  textsl: 'i',
  mathit: 'i',
  bf: 'b',
  textbf: 'b',
  mathbf: 'b',
  textsuperscript: 'sup',
  textsubscript: 'sub',
}
