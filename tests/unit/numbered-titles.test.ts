// The number of a lecture in its title, as people write it in many languages; and titles that only look as if they had one.

import { expect, test } from 'vitest'
import { codeIn } from '../../src/course/code.ts'
import { readNumberedTitle } from '../../src/course/numbered-title.ts'

test.each([
  [
    'Notes on Machine Learning Systems Design Course (CS 329s) Lecture 1',
    '1',
    'Notes on Machine Learning Systems Design Course (CS 329s)',
    '',
  ],
  ['Notes on Distributed Systems, Lecture 1 – Time and order', '1', 'Notes on Distributed Systems', 'Time and order'],
  ['Lecture 17: Deep generative models (part 1)', '17', '', 'Deep generative models (part 1)'],
  ['Method of Moments (GMM) in R (Part 1 of 3)', '1', 'Method of Moments (GMM) in R', ''],
  ['A network in a few lines (Part 2 - Gradient Descent)', '2', 'A network in a few lines', 'Gradient Descent'],
  ['Attention (CS224n, Lecture 9)', '9', 'CS224n', 'Attention'],
  ['Lec. 07 Heaps', '7', '', 'Heaps'],
  ['6.824 Lecture 4: Primary-backup', '4', '6.824', 'Primary-backup'],
  ['Lecture #5', '5', '', ''],
  ['Lecture Twelve: Rings', '12', '', 'Rings'],
  ['Second lecture on sheaves', '2', '', 'on sheaves'],
  ['CS229 Lecture IV', '4', 'CS229', ''],
  ['Essays, Part II: On trees', '2', 'Essays', 'On trees'],
  ['Lecture 1.5 – Interlude', '1.5', '', 'Interlude'],
  ['Lecture 2a: Proofs', '2a', '', 'Proofs'],
  ['Lectures 3-4: Graphs', '3–4', '', 'Graphs'],
  ['Guest Lecture: Ada Lovelace', 'guest', '', 'Ada Lovelace'],
  ['Week 3: Loops', '3', '', 'Loops'],
  ['24. előadás: Gráfok', '24', '', 'Gráfok'],
  ['Curs 25 - Grafuri', '25', '', 'Grafuri'],
  ['Bài 21: Đồ thị', '21', '', 'Đồ thị'],
  ['Prednáška 26: Grafy', '26', '', 'Grafy'],
  ['3. Vorlesung: Mengen', '3', '', 'Mengen'],
  ['Lineare Algebra I – Vorlesung 5', '5', 'Lineare Algebra I', ''],
  ['Leçon 4 – Suites', '4', '', 'Suites'],
  ['1ère séance', '1', '', ''],
  ['Clase 3: Redes', '3', '', 'Redes'],
  ['Segunda clase: Árboles', '2', '', 'Árboles'],
  ['第3讲 二分图', '3', '', '二分图'],
  ['第三课：递归', '3', '', '递归'],
  ['機械学習 第十二回', '12', '機械学習', ''],
  ['Ders 5: Çizgeler', '5', '', 'Çizgeler'],
  ['알고리즘 3강 - 그래프', '3', '알고리즘', '그래프'],
  ['المحاضرة الثالثة: الرسوم', '3', '', 'الرسوم'],
  ['المحاضرة ٣', '3', '', ''],
  ['Лекция 7. Интегралы', '7', '', 'Интегралы'],
  ['2-я лекция', '2', '', ''],
  ['Lekcja 2 — Grafy', '2', '', 'Grafy'],
  ['線形代数（第3回）固有値', '3', '線形代数', '固有値'],
  ['机器学习（第1讲）', '1', '机器学习', ''],
])('%s is number %s', (title, number, stem, subject) => {
  expect(readNumberedTitle(title)).toMatchObject({ number, stem, subject })
})

test.each([
  'Lecture notes template',
  '3 lectures on category theory',
  'A 12 week program for runners',
  'Week 3D printing',
  'Lecture 2024',
  'The best part I ever saw',
  'Part-time jobs',
  'Classes in Python 3',
  'Participation',
  '第5回勉強会に参加した',
])('%s has no number', title => {
  expect(readNumberedTitle(title)).toBeUndefined()
})

test.each([
  ['Notes (CS 329s)', 'cs329s'],
  ['cs231n - 이해하기', 'cs231n'],
  ['EECS 16A', 'eecs16a'],
  ['6.S191 Introduction', '6.s191'],
  ['10-708 PGM', '10-708'],
])('%s names a course', (title, key) => {
  expect(codeIn(title)?.key).toBe(key)
})

test.each([
  'Topología, Clase 02',
  'Aula 10: Vetores',
  'Teil 12',
  'SHA-256 explained',
  'ISO 8601',
  'ICML 2020',
  'Ubuntu 22.04',
  'RTX 3090',
  'COVID-19',
  'UTF-8',
  'Rust 1.75',
  'IEEE 754',
])('%s names none', title => {
  expect(codeIn(title)).toBeUndefined()
})
