// A number as people write it in a title: 3, 03, 1.5, 2a, 1-2, IV, three, dritte, 三, ٣.

/** The words of a number, from one on; the first of a line is the cardinal, where both are in use. */
const words: readonly (readonly string[])[] = [
  'one first eins erste erster un une premier première uno una primera primer primo prima bir birinci один первая الأولى الأول'.split(' '),
  'two second zwei zweite zweiter deux deuxième seconde dos segunda segundo seconda iki ikinci два вторая الثانية الثاني'.split(' '),
  'three third drei dritte dritter trois troisième tres tercera tercero tre terza üç üçüncü три третья الثالثة الثالث'.split(' '),
  'four fourth vier vierte vierter quatre quatrième cuatro cuarta cuarto quattro quarta dört dördüncü четыре четвертая الرابعة الرابع'.split(
    ' ',
  ),
  'five fifth fünf fünfte fünfter cinq cinquième cinco quinta quinto cinque beş beşinci пять пятая الخامسة الخامس'.split(' '),
  'six sixth sechs sechste sechster sixième seis sexta sexto sei sesta altı altıncı шесть шестая السادسة السادس'.split(' '),
  'seven seventh sieben siebte siebter sept septième siete séptima séptimo sette settima yedi yedinci семь седьмая السابعة السابع'.split(
    ' ',
  ),
  'eight eighth acht achte achter huit huitième ocho octava octavo otto ottava sekiz sekizinci восемь восьмая الثامنة الثامن'.split(' '),
  'nine ninth neun neunte neunter neuf neuvième nueve novena noveno nove nona dokuz dokuzuncu девять девятая التاسعة التاسع'.split(' '),
  'ten tenth zehn zehnte zehnter dix dixième diez décima décimo dieci onuncu десять десятая العاشرة العاشر'.split(' '),
  'eleven eleventh elf elfte onze onzième undici onbir onbirinci'.split(' '),
  'twelve twelfth zwölf zwölfte douze douzième doce dodici oniki onikinci'.split(' '),
]

const numbersByWord = new Map(words.flatMap((all, index) => all.map(word => [word, index + 1] as const)))
const han = '〇一二三四五六七八九'

/** Whether a number may stand in a text: a quick look, since most titles have none. */
export function mayHaveNumber(text: string): boolean {
  if (/[\p{N}一二三四五六七八九十]|(?<![A-Za-z])[IVX]{1,5}(?![A-Za-z])/u.test(text)) return true
  return text.split(/[^\p{L}\p{M}]+/u).some(word => numbersByWord.has(word.toLowerCase()))
}

/** The words of numbers that stand in a text, longest first. */
export function numberWordsIn(text: string): readonly string[] {
  const written = text.toLowerCase()
  return longestFirst.filter(word => written.includes(word))
}

const longestFirst = [...numbersByWord.keys()].sort((one, other) => other.length - one.length)
export const hanPattern = `[${han}十]{1,3}`
/** `3`, `03`, `1.5`, `2a`, `1-2`, `3 & 4`. */
export const digitPattern = String.raw`\d{1,3}(?:\.\d(?!\d))?[a-c]?(?:\s?(?:-|–|&|\+|and|und|et|y)\s?\d{1,3}(?![.\d]))?(?![\d])`
export const romanPattern = 'X{0,2}(?:IX|IV|V?I{1,3}|V|X)'

/** Digits of other scripts as those of ours; a text stays as long as it was. */
export function withPlainDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹०-९０-９]/g, digit => String((digit.codePointAt(0) ?? 0) - zeroBelow(digit.codePointAt(0) ?? 0)))
}

function zeroBelow(code: number): number {
  return [0x660, 0x6f0, 0x966, 0xff10].find(zero => code >= zero && code < zero + 10) ?? 0
}

/** The number as we write it: `3`, `1.5`, `2a`, `1–2`; undefined for what is none. */
export function readNumeral(written: string): string | undefined {
  const text = withPlainDigits(written.trim())
  const range = /^0*(\d+)\s?(?:-|–|&|\+|and|und|et|y)\s?0*(\d+)$/i.exec(text)
  if (range !== null) return Number(range[1]) < Number(range[2]) ? `${range[1]}–${range[2]}` : range[1]
  const plain = /^0*(\d+(?:\.\d+)?)([a-z]?)$/i.exec(text)
  if (plain !== null) return `${plain[1]}${plain[2]?.toLowerCase()}`
  const spelt = numbersByWord.get(text.toLowerCase())
  if (spelt !== undefined) return String(spelt)
  const value = romanValue(text) ?? hanValue(text)
  return value === undefined ? undefined : String(value)
}

/** What lectures are sorted by: the first number of `1–2`, 2.10 behind 2.9, and a letter behind all that have none. */
export function numeralOrder(number: string): number | undefined {
  const [, whole, part = '0', letter] = /^(\d+)(?:\.(\d+))?([a-z]?)/.exec(number) ?? []
  if (whole === undefined) return undefined
  return Number(whole) + Number(part) / 1000 + (letter ? letter.charCodeAt(0) - 96 : 0) / 100_000
}

function romanValue(text: string): number | undefined {
  if (text === '' || !new RegExp(`^${romanPattern}$`).test(text)) return undefined
  const values = [...text].map(letter => ({ I: 1, V: 5, X: 10 })[letter] ?? 0)
  return values.reduce((sum, value, index) => sum + (value < (values[index + 1] ?? 0) ? -value : value), 0)
}

// 二十三 is two tens and three.
function hanValue(text: string): number | undefined {
  if (text === '' || !new RegExp(`^${hanPattern}$`).test(text)) return undefined
  const [tens, ones] = text.includes('十') ? text.split('十') : ['', text]
  const digit = (sign: string | undefined, otherwise: number): number => (sign ? han.indexOf(sign) : otherwise)
  return text.includes('十') ? digit(tens, 1) * 10 + digit(ones, 0) : Number([...text].map(sign => han.indexOf(sign)).join(''))
}
