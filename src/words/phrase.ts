// What a phrase is: a text, or one text for each plural form that its language has (CLDR's categories).

export type Phrase = string | PluralPhrase

export interface PluralPhrase {
  readonly zero?: string
  readonly one?: string
  readonly two?: string
  readonly few?: string
  readonly many?: string
  readonly other: string
}
