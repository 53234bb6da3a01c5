// THE LIST of words that a number of a lecture stands by, by how surely they speak of a course. Each is a piece of a regular expression, in
// lower case; a language is a line.

/** A lecture, and nothing else. */
export const lectureWords: readonly string[] = [
  String.raw`lectures?|lect?\.?|lesson`,
  'vorlesung(?:en)?|vl|lektion',
  'cours|leçons?|lecon|cours magistral|cm',
  'clase|lección|leccion|lezione|aula|lição',
  'ders|hoorcollege|college|föreläsning|forelesning|forelæsning|luento|wykład|lekcja|přednáška|lekce',
  'лекци[яи]|лекція|μάθημα|διάλεξη',
  '(?:ال)?محاضرة|(?:ال)?درس|جلسه|הרצאה|שיעור',
  '강의|강|講義|讲座|講座|व्याख्यान',
  'bài(?: giảng)?|kuliah|curs(?:ul)?|lecția|lliçó|előadás|prednáška|lekcia|predavanje|lekcija|paskaita|loeng|บทเรียน(?:ที่)?',
]

/** A piece of a course, or of much else. */
export const meetingWords: readonly string[] = [
  'class|session|seminar|week|unit|module|day|tutorial',
  'woche|sitzung|einheit|modul|seminar|tag',
  'semaine|séance|seance|td|unité',
  'semana|sesión|sesion|unidad|módulo|settimana',
  'hafta|oturum|неделя|тиждень|семинар|занятие|урок',
  '(?:ال)?أسبوع|(?:ال)?وحدة|שבוע',
  '주차|単元',
]

/** A piece of anything. */
export const partWords: readonly string[] = [
  String.raw`parts?|pt\.?|chapter|ch\.|episode|ep\.|section|installment`,
  'teil|kapitel|folge',
  'partie|chapitre|épisode',
  'parte|capítulo|capitulo|capitolo|episodio',
  'bölüm|kısım|част[ьи]|глава|частина|rozdział|część|deel|del|osa',
  '(?:ال)?جزء|(?:ال)?فصل|(?:ال)?حلقة|חלק|פרק',
  '파트|부|편|パート',
]

/** A lecture by somebody who comes once, which counts with none of the others. */
export const guestWords: readonly string[] = [
  'guest (?:lecture|talk|speaker)|invited (?:lecture|talk)',
  'gastvorlesung|gastvortrag',
  'conférence invitée|cours invité',
  'clase invitada|charla invitada|aula convidada|lezione ospite',
  'konuk ders|гостевая лекция',
  'محاضرة ضيف|특강|客座讲座|客座講座|特別講義|招待講演',
]

/** Signs that stand between 第 and what is counted: 第3讲. Those of a lecture, of a meeting and of a part. */
export const countedSigns = { lecture: '讲講课課回', meeting: '周週次', part: '章部篇集节節話话' } as const
export const koreanSigns = { lecture: '강', meeting: '주차|주', part: '장|부|회|편' } as const

/** What belongs to a course and is no lecture of it. */
export const besidesWords = new RegExp(
  [
    String.raw`assignments?|homeworks?|hw ?\d*|problem sets?|psets?|exercise sheets?|exercises|quiz(?:zes)?|exams?|midterms?|finals?|projects?`,
    'syllabus|schedule|logistics|staff|faq|template|setup|installation|tutorial|poster|resources',
    String.raw`labs?|recitations?|discussion \d+|office hours|midterm review|review session|no ?class(?:es)?|holidays?`,
    'übungsblatt|übung(?:en)?|aufgaben|hausaufgaben?|klausur|devoirs?|exercices|examen|tarea|ejercicios|exercícios|esercizi|zadania|ödev|sınav|作业|作業|宿題|과제|задани[ея]|экзамен|واجب',
  ]
    .map(words => `(?<![\\p{L}])(?:${words})(?![\\p{L}])`)
    .join('|'),
  'iu',
)

/** Collections of a course that hold no lectures, and what their documents call themselves. */
export const besidesCollections =
  /^(?:labs?|assignments?|homeworks?|hws?|psets?|problem[-_ ]?sets?|exercises?|projects?|exams?|quiz(?:zes)?|discussions?|recitations?|sections?|reviews?|no[-_ ]?class|übung(?:en)?|td|tp)$/iu

/** Words that say of a whole site that it is that of a course. */
export const courseWords =
  /(?<!\p{L})(?:course(?: materials| notes)?|class|lecture notes|lectures|university|universität|université|vorlesung|cours|curso|ders(?:i)?|курс|(?:spring|fall|autumn|winter|summer)(?: term| semester)? ?(?:19|20)\d\d)(?!\p{L})|课程|課程|講義|강의/iu

/** What stands around the name of a course in a title, and is no part of it. */
export const nameTrimmings = [
  /^(?:my |some |course |class |lecture )*notes? (?:on|for|from|of|to|about)(?: the)?\s+/i,
  /^(?:notizen|mitschrift) (?:zu|zur|zum|aus)\s+/i,
  /^notes? (?:de|du|sur)\s+/i,
  /^apuntes de\s+/i,
  /\s*[-–—:,|]?\s*(?:course|class|lecture|lectures|lecture notes|course notes|notes)$/i,
  /\s*(?:课程笔记|課程筆記|讲义|講義(?:ノート)?|강의\s?(?:노트|정리)?)$/,
  // What stands in front of a code says where it is taught.
  /^(?:MIT|CMU|Stanford|(?:UC )?Berkeley|UCB|UCLA|Harvard|Princeton|Cornell|Caltech|ETH|EPFL|NYU)$/,
  // `The second lesson: ship early` is of no course.
  /^(?:the|a|an|my|our|die|der|das|la|le|el|il)$/i,
] as const
