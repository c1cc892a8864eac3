//! Plans before and after.

/// What it is, before, after: what is mended without asking.
pub const SAFE: &[(&str, &str, &str)] = &[
    ("a misspelt key", "ambition: A.\ntilte: B # c\n", "ambition: A.\ntitle: B # c\n"),
    (
        "a key in another form",
        "ambition: A.\nactivities:\n  a: {title: A, \"Depends on\": b}\n  b: B\n",
        "ambition: A.\nactivities:\n  a: {title: A, depends_on: b}\n  b: B\n",
    ),
    (
        "a key and what it hides",
        "ambition: A.\ngoals: {corridor-map: M}\nobjectives:\n  b:\n    title: B\n    supprots: corridr-map # why\n",
        "ambition: A.\ngoals: {corridor-map: M}\nobjectives:\n  b:\n    title: B\n    supports: corridor-map # why\n",
    ),
    ("a section", "ambition: A.\ngaols:\n  a: {title: A}\n", "ambition: A.\ngoals:\n  a: {title: A}\n"),
    (
        "an id",
        "ambition: A.\ngoals: {corridor-map: M}\nobjectives: {b: {title: B, supports: [corridr-map, corridor-map]}}\n",
        "ambition: A.\ngoals: {corridor-map: M}\nobjectives: {b: {title: B, supports: corridor-map}}\n",
    ),
    (
        "an id with capitals",
        "ambition: A.\nactivities: {a: {title: A, who: Heron}}\npeople: {heron: H}\n",
        "ambition: A.\nactivities: {a: {title: A, who: heron}}\npeople: {heron: H}\n",
    ),
    (
        "a title for an id",
        "ambition: A.\ngoals: {g: All is well.}\nobjectives: {o: {title: O, supports: all is well}}\n",
        "ambition: A.\ngoals: {g: All is well.}\nobjectives: {o: {title: O, supports: g}}\n",
    ),
    (
        "an option without its choice",
        "ambition: A.\ntasks: {t: {title: T, only_if: map-first}}\nchoices: {order: {question: Q, options: {map-first: M, pact: P}}}\n",
        "ambition: A.\ntasks: {t: {title: T, only_if: order.map-first}}\nchoices: {order: {question: Q, options: {map-first: M, pact: P}}}\n",
    ),
    (
        "ids without brackets",
        "ambition: A.\npeople: {a: A, b: B}\ntasks:\n  t:\n    title: T\n    team: a, b\n    deputy: 'b, a' # x\n",
        "ambition: A.\npeople: {a: A, b: B}\ntasks:\n  t:\n    title: T\n    team: [a, b]\n    deputy: [b, a] # x\n",
    ),
    (
        "a word with a capital",
        "ambition: A.\ntasks: {t: {title: T, status: Planned}, u: {title: U, status: plannd}}\n",
        "ambition: A.\ntasks: {t: {title: T, status: planned}, u: {title: U, status: planned}}\n",
    ),
    (
        "yes and no",
        "ambition: A.\npeople: {p: {title: P, insider: TRUE}, q: {title: Q, insider: 'No'}}\n",
        "ambition: A.\npeople: {p: {title: P, insider: true}, q: {title: Q, insider: no}}\n",
    ),
    (
        "days",
        "ambition: A.\nstart: 2027-1-5\nend: 5 March 2028 # c\nreviewed: 25/10/2026\n",
        "ambition: A.\nstart: 2027-01-05\nend: 2028-03-05 # c\nreviewed: 2026-10-25\n",
    ),
    (
        "amounts",
        "ambition: A.\ncurrency: EUR\ndonors:\n  d: {title: D, amount: 12 000}\n  e: {title: E, amount: \"12,000\"}\n  f: {title: F, amount: 1500.50 EUR}\n",
        "ambition: A.\ncurrency: EUR\ndonors:\n  d: {title: D, amount: 12000}\n  e: {title: E, amount: 12000}\n  f: {title: F, amount: 1500.50}\n",
    ),
    (
        "hours",
        "ambition: A.\ntasks: {t: {title: T, hours: 2h}, u: {title: U, hours: '1,5'}}\n",
        "ambition: A.\ntasks: {t: {title: T, hours: 2}, u: {title: U, hours: 1.5}}\n",
    ),
    ("a language", "ambition: A.\nlanguage: pt_BR\n", "ambition: A.\nlanguage: pt-BR\n"),
    (
        "the name of a finding",
        "ambition: A.\nsettings: {severity: {Single_Insider: off, no-becuase: off}}\n",
        "ambition: A.\nsettings: {severity: {single-insider: off, no-because: off}}\n",
    ),
    (
        "the same word in another form",
        "ambition: A.\ngoal: {a: A}\norganizations: {b: B}\n",
        "ambition: A.\ngoals: {a: A}\norganisations: {b: B}\n",
    ),
    (
        "a bad id and what names it",
        "ambition: A.\ngoals:\n  Big Goal: G # Big Goal\nobjectives: {o: {title: Big Goal, supports: [Big Goal, o2]}, o2: {title: O, supports: big-goal}}\n",
        "ambition: A.\ngoals:\n  big-goal: G # Big Goal\nobjectives: {o: {title: Big Goal, supports: [big-goal, o2]}, o2: {title: O, supports: big-goal}}\n",
    ),
    (
        "a key twice with one value",
        "ambition: A.\ngoals:\n  g:\n    title: G\n    because: B\n    title: G\n  h: {title: H, title: H, because: B}\n",
        "ambition: A.\ngoals:\n  g:\n    title: G\n    because: B\n  h: {title: H, because: B}\n",
    ),
    (
        "one slip twice in a name that is used elsewhere",
        "ambition: A.\ngoals: {corridor-map: M}\nobjectives: {a: {title: A, supports: corridr-map}, b: {title: B, supports: corridr-map}, c: {title: C, supports: corridor-map}}\n",
        "ambition: A.\ngoals: {corridor-map: M}\nobjectives: {a: {title: A, supports: corridor-map}, b: {title: B, supports: corridor-map}, c: {title: C, supports: corridor-map}}\n",
    ),
    (
        "an id twice in a list",
        "ambition: A.\npeople: {a: A, b: B}\ntasks:\n  t: {title: T, team: [a, b, a]}\n  u:\n    title: U\n    team:\n    - a\n    - b # twice\n    - a\n    hours: 2\n",
        "ambition: A.\npeople: {a: A, b: B}\ntasks:\n  t: {title: T, team: [a, b]}\n  u:\n    title: U\n    team:\n    - a\n    - b # twice\n    hours: 2\n",
    ),
    (
        "a list of one",
        "ambition: A.\ngoals: {g: G}\nobjectives:\n  o: {title: O, supports: [ g ]}\n  p:\n    title: P\n    supports:\n    - g\n    because: B\n",
        "ambition: A.\ngoals: {g: G}\nobjectives:\n  o: {title: O, supports: g}\n  p:\n    title: P\n    supports: g\n    because: B\n",
    ),
    (
        "no space behind the colon in braces",
        "ambition: A.\npeople: {heron: H}\ntasks: {t: {title: T, who:heron}}\n",
        "ambition: A.\npeople: {heron: H}\ntasks: {t: {title: T, who: heron}}\n",
    ),
    ("no space behind the colon", "ambition:A.\ntitle: B\n", "ambition: A.\ntitle: B\n"),
    (
        "no space behind the only colon",
        "ambition: A.\ngoals:\n  g:\n    title:G\n",
        "ambition: A.\ngoals:\n  g:\n    title: G\n",
    ),
    ("a wide colon", "ambition: A.\ntitle：B\nsummary： C\n", "ambition: A.\ntitle: B\nsummary: C\n"),
    (
        "a colon in a title",
        "ambition: Peace: \"at\" last # c\ntitle: B\n",
        "ambition: \"Peace: \\\"at\\\" last\" # c\ntitle: B\n",
    ),
    (
        "a colon in an entry",
        "ambition: A.\nobjectives:\n- The villages agree: who guards: when\n- title: B\n",
        "ambition: A.\nobjectives:\n- \"The villages agree: who guards: when\"\n- title: B\n",
    ),
    (
        "a colon in an entry that begins small",
        "ambition: A.\nobjectives:\n- first: the villages: agree\n",
        "ambition: A.\nobjectives:\n- \"first: the villages: agree\"\n",
    ),
    (
        "a comma in braces",
        "ambition: A.\ngoals: {g: {title: One, two, three, because: B}}\n",
        "ambition: A.\ngoals: {g: {title: \"One, two, three\", because: B}}\n",
    ),
    (
        "curly quotes",
        "ambition: “Peace: at last”\ntitle: “B”\ngoals: {g: “Sign, then walk”}\nlanguage: „en“\n",
        "ambition: \"Peace: at last\"\ntitle: \"B\"\ngoals: {g: \"Sign, then walk\"}\nlanguage: \"en\"\n",
    ),
    ("a curly closing quote", "ambition: \"A.”\ntitle: B\n", "ambition: \"A.\"\ntitle: B\n"),
    (
        "an apostrophe",
        "ambition: 'The herder's \"day\"'\ntitle: B\n",
        "ambition: \"The herder's \\\"day\\\"\"\ntitle: B\n",
    ),
    (
        "signs at the beginning",
        "ambition: @home\ntitle: [urgent] Visit\nsummary: '5'\n",
        "ambition: \"@home\"\ntitle: \"[urgent] Visit\"\nsummary: '5'\n",
    ),
    (
        "special spaces",
        "ambition: A.\ngoals:\n\u{a0}\u{a0}g:\u{a0}G\n  h: H\ntitle:\u{a0}T\n",
        "ambition: A.\ngoals:\n  g: G\n  h: H\ntitle: T\n",
    ),
    (
        "a special space in a value",
        "ambition: A.\ntitle: \u{a0}T\ntasks: {t: {title: T, every: 2\u{a0}weeks}}\n",
        "ambition: A.\ntitle:  T\ntasks: {t: {title: T, every: 2 weeks}}\n",
    ),
    ("unseen marks", "ambition: A.\n\u{200b}title: B\u{7}C\n", "ambition: A.\ntitle: BC\n"),
    (
        "bullets",
        "ambition: A.\ngoals:\n• one\n• title: three four\nobjectives:\n– five\n",
        "ambition: A.\ngoals:\n- one\n- title: three four\nobjectives:\n- five\n",
    ),
    (
        "tabs",
        "ambition: A.\ngoals:\n\tg:\n\t\ttitle: G\n\t\tbecause: B\n\th: H\ntitle: T\n",
        "ambition: A.\ngoals:\n  g:\n    title: G\n    because: B\n  h: H\ntitle: T\n",
    ),
];

/// What it is, before, after: what is only mended as a guess.
pub const UNSAFE: &[(&str, &str, &str)] = &[
    (
        "a word that may be no with its letters changed about",
        "ambition: A.\npeople: {heron: {title: H, insider: on}}\n",
        "ambition: A.\npeople: {heron: {title: H, insider: yes}}\n",
    ),
    (
        "a colon in a text that lost its first quote",
        "ambition: A.\ntasks:\n  call: Debrief: what now?\"\n",
        "ambition: A.\ntasks:\n  call: \"Debrief: what now?\\\"\"\n",
    ),
    (
        "a comma in a text that lost its first quote",
        "ambition: A.\ntasks: {call: {title: Call, and ask\", hours: 2}}\n",
        "ambition: A.\ntasks: {call: {title: \"Call, and ask\\\"\", hours: 2}}\n",
    ),
    ("a day that may have lost a sign", "ambition: A.\nend: 2027-06-3\n", "ambition: A.\nend: 2027-06-03\n"),
    (
        "a comma before a key that lost its colon",
        "ambition: A.\nparties: {camp: {title: The camp, influence low}}\n",
        "ambition: A.\nparties: {camp: {title: \"The camp, influence low\"}}\n",
    ),
    (
        "a comma before a key with another sign than a colon",
        "ambition: A.\ntasks: {call: {title: Call, hours;2}}\n",
        "ambition: A.\ntasks: {call: {title: \"Call, hours;2\"}}\n",
    ),
    (
        "a short name",
        "ambition: A.\npeople: {teal: T}\ntasks: {t: {title: T, who: seal}}\n",
        "ambition: A.\npeople: {teal: T}\ntasks: {t: {title: T, who: teal}}\n",
    ),
    (
        "a short key",
        "ambition: A.\npeople: {teal: T}\ntasks: {t: {title: T, wo: teal}}\n",
        "ambition: A.\npeople: {teal: T}\ntasks: {t: {title: T, who: teal}}\n",
    ),
    ("another method's word", "ambition: A.\noutcomes: {a: A}\n", "ambition: A.\ngoals: {a: A}\n"),
    (
        "another word for the same",
        "ambition: A.\ntasks: {t: {title: T, status: ongoing}}\n",
        "ambition: A.\ntasks: {t: {title: T, status: active}}\n",
    ),
    (
        "a time that would be lost",
        "ambition: A.\nstart: 2027-03-01T08:00\n",
        "ambition: A.\nstart: 2027-03-01\n",
    ),
    (
        "weeks for days",
        "ambition: A.\nactivities: {a: {title: A, days: 3 weeks}}\n",
        "ambition: A.\nactivities: {a: {title: A, days: 3}}\n",
    ),
    (
        "hours with a mark",
        "ambition: A.\ntasks: {t: {title: T, hours: '1,500'}}\n",
        "ambition: A.\ntasks: {t: {title: T, hours: 1500}}\n",
    ),
    (
        "a hash in a title",
        "ambition: Visit camp #3 again\ntitle: B\n",
        "ambition: \"Visit camp #3 again\"\ntitle: B\n",
    ),
    (
        "two lines run together",
        "ambition: A. because: of it\ntitle: B\n",
        "ambition: \"A. because: of it\"\ntitle: B\n",
    ),
    (
        "a time in the place of a key",
        "ambition: A.\ntasks:\n  t: T\n  at8:30 meeting\n",
        "ambition: A.\ntasks:\n  t: T\n  at8: 30 meeting\n",
    ),
    ("an open quote", "ambition: \"A.\ntitle: B\n", "ambition: \"A.\"\ntitle: B\n"),
    ("an open bracket", "ambition: A.\ntasks: {t: T\ntitle: B\n", "ambition: A.\ntasks: {t: T}\ntitle: B\n"),
    (
        "a comma that is missing",
        "ambition: A.\ngoals: {g: {title: \"G\" because: B}}\n",
        "ambition: A.\ngoals: {g: {title: \"G\", because: B}}\n",
    ),
    (
        "a line in the wrong column",
        "ambition: A.\ngoals:\n  g: G\n   h: H\n",
        "ambition: A.\ngoals:\n  g: G\n  h: H\n",
    ),
    (
        "a tab that may be two things",
        "ambition: A.\nactivities:\n  a:\n    title: T\n\twho: x\n",
        "ambition: A.\nactivities:\n  a:\n    title: T\n    who: x\n",
    ),
    (
        "an acceptance of nothing among others",
        "ambition: A.\nobjectives: {o: O}\naccepted:\n- {finding: no-host, because: B}\n- finding: unsupported\n  because: B\n  item: o\n",
        "ambition: A.\nobjectives: {o: O}\naccepted:\n- finding: unsupported\n  because: B\n  item: o\n",
    ),
    (
        "an acceptance of nothing",
        "ambition: A.\naccepted:\n- {finding: no-host, because: B}\ntitle: T\n",
        "ambition: A.\ntitle: T\n",
    ),
];

/// What it is, and the plan: what nobody but a person can mend, or needs no mending.
pub const LEFT_ALONE: &[(&str, &str)] = &[
    ("a day that may be two", "ambition: A.\nstart: 12/03/2027\n"),
    ("two keys that mean one", "ambition: A.\ngoals: {g: {tilte: G, titel: H}}\n"),
    (
        "two names as near",
        "ambition: A.\npeople: {camp-a: A, camp-b: B}\ntasks: {t: {title: T, who: camp-c}}\n",
    ),
    (
        "two things whose line between them is lost",
        "ambition: A.\nactivities:\n  call:\n    title: Call\n    kind: talks\n    cost: 5\n    title: Walk\n    kind: talks\n",
    ),
    (
        "two things of which one stands too deep",
        "ambition: A.\nactivities:\n  call:\n    title: Call\n    kind: talks\n    walk:\n    title: Walk\n    kind: talks\n",
    ),
    ("a key that would stand there twice", "ambition: A.\ngoals: {g: {title: G, tilte: H}}\n"),
    ("a key whose value is of another kind", "ambition: A.\nactivities: {a: {title: A, dasy: soon}}\n"),
    ("a key with other values", "ambition: A.\ngoals: {g: {title: G, title: H}}\n"),
    (
        "a comment in a list of one",
        "ambition: A.\ngoals: {g: G}\nobjectives:\n  o:\n    title: O\n    supports: # for now\n    - g\n",
    ),
    ("a list of one of anything else", "ambition: A.\npeople: {a: A}\ntasks: {t: {title: T, team: [a]}}\n"),
    ("tags twice", "ambition: A.\ngoals: {g: {title: G, tags: [x, x]}}\n"),
    ("the first of several slips of a line", "ambition: A.\ntitle: \"B\" and more\n"),
    ("nothing at all", ""),
    ("a zero", "ambition: A\u{0}B\ntilte: C\n"),
];
