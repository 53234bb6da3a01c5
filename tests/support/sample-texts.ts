// A short text in each language that the theme speaks, with all that a lecture may hold, so that pages in it can be judged.

export interface SampleText {
  readonly site: string
  readonly course: string
  readonly title: string
  readonly heading: string
  readonly paragraph: string
  readonly note: string
}

/** By language, as `lang` in the configuration says it. */
export const sampleTexts: Readonly<Record<string, SampleText>> = {
  en: {
    site: 'Notes on algorithms',
    course: 'Algorithms',
    title: 'Shortest paths',
    heading: 'The idea',
    paragraph: 'A path is shortest if no other path between its ends weighs less, which does not mean that there is only one.',
    note: 'Weights below zero need another method.',
  },
  ar: {
    site: 'ملاحظات في الخوارزميات',
    course: 'الخوارزميات',
    title: 'أقصر المسارات',
    heading: 'الفكرة',
    paragraph: 'المسار هو الأقصر إذا لم يوجد مسار آخر بين طرفيه أقل وزنًا منه، ولا يعني ذلك أنه المسار الوحيد بهذا الوزن.',
    note: 'الأوزان السالبة تحتاج إلى طريقة أخرى.',
  },
  de: {
    site: 'Notizen zu Algorithmen',
    course: 'Algorithmen',
    title: 'Kürzeste Wege und Geschwindigkeitsbegrenzungen',
    heading: 'Der Grundgedanke',
    paragraph: 'Ein Weg ist der kürzeste, wenn kein anderer zwischen seinen Enden weniger wiegt; das heißt nicht, dass er der einzige ist.',
    note: 'Gewichte unter null brauchen ein anderes Verfahren.',
  },
  es: {
    site: 'Apuntes de algoritmos',
    course: 'Algoritmos',
    title: 'Caminos más cortos',
    heading: 'La idea',
    paragraph: 'Un camino es el más corto si ningún otro entre sus extremos pesa menos, lo que no significa que sea el único.',
    note: 'Los pesos negativos necesitan otro método.',
  },
  fr: {
    site: 'Notes d’algorithmique',
    course: 'Algorithmique',
    title: 'Plus courts chemins',
    heading: 'L’idée',
    paragraph: 'Un chemin est le plus court si aucun autre entre ses extrémités ne pèse moins, ce qui ne veut pas dire qu’il soit le seul.',
    note: 'Les poids négatifs demandent une autre méthode.',
  },
  ja: {
    site: 'アルゴリズムの講義ノート',
    course: 'アルゴリズム',
    title: '最短経路問題とダイクストラ法',
    heading: '考え方',
    paragraph: '両端を結ぶほかのどの経路よりも重みが小さいとき、その経路を最短経路という。ただし、最短経路が一つだけとは限らない。',
    note: '負の重みがある場合は別の方法が必要である。',
  },
  ko: {
    site: '알고리즘 강의 노트',
    course: '알고리즘',
    title: '최단 경로 문제',
    heading: '기본 생각',
    paragraph: '두 끝점을 잇는 다른 어떤 경로보다 가중치가 작을 때 그 경로를 최단 경로라고 한다. 최단 경로가 하나뿐이라는 뜻은 아니다.',
    note: '음의 가중치에는 다른 방법이 필요하다.',
  },
  tr: {
    site: 'Algoritma notları',
    course: 'Algoritmalar',
    title: 'En kısa yollar',
    heading: 'Temel düşünce',
    paragraph: 'Uçları arasındaki başka hiçbir yol daha az ağırlık taşımıyorsa bir yol en kısadır; bu, onun tek olduğu anlamına gelmez.',
    note: 'Negatif ağırlıklar başka bir yöntem ister.',
  },
  zh: {
    site: '算法课笔记',
    course: '算法',
    title: '最短路径问题与迪杰斯特拉算法',
    heading: '基本思想',
    paragraph: '如果连接两端的其他任何路径的权重都不比它小，这条路径就是最短路径；但这并不意味着最短路径只有一条。',
    note: '权重为负时需要另一种方法。',
  },
  'zh-Hant': {
    site: '演算法課筆記',
    course: '演算法',
    title: '最短路徑問題',
    heading: '基本想法',
    paragraph: '如果連接兩端的其他任何路徑的權重都不比它小，這條路徑就是最短路徑；但這並不表示最短路徑只有一條。',
    note: '權重為負時需要另一種方法。',
  },
}

/** A site of two lectures and a page in `lang`, as an archive. */
export function siteIn(lang: string): string {
  const text = sampleTexts[lang]
  if (text === undefined) throw new Error(`there is no sample text in ${lang}`)
  const { site, course, title, heading, paragraph, note } = text
  const lecture = (number: number, day: string): string => `-- posts/${day}-lecture-${number}.md --
---
title: ${JSON.stringify(`${title} ${number}`)}
course: ${JSON.stringify(course)}
lecture: ${number}
tags: [${JSON.stringify(course)}]
slides: /slides-${number}.pdf
---

${paragraph} ${paragraph}[^1]

## ${heading} {#idea}

$$
d(u, v) = \\min_{p} \\sum_{e \\in p} w(e) \\label{distance}
$$

\\eqref{distance} $O(n \\log n)$

::: theorem ${heading}
${paragraph}
:::

> [!NOTE]
> ${note}

## ${heading} A {#a}

| ${heading} | ${title} |
|---|---|
| 1 | 2 |

\`\`\`python title="paths.py"
def relax(u, v, weight):
    return min(distance[v], distance[u] + weight)
\`\`\`

## ${heading} B {#b}

- [x] ${title}
- [ ] ${note}

[^1]: ${note}
`
  return `-- _config.yml --
title: ${JSON.stringify(site)}
description: ${JSON.stringify(paragraph)}
url: https://example.org
lang: ${lang}
author: Ada
${lecture(1, '2024-09-03')}${lecture(2, '2024-10-04')}-- posts/slides-1.pdf --
-- posts/slides-2.pdf --
-- posts/about.md --
---
title: ${JSON.stringify(heading)}
layout: page
---

${paragraph}
`
}
