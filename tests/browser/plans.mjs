// Plans that the tests need beside the examples.

/** A plan of a few things, of which each test changes a little. */
export const SMALL = `title: The ferry
ambition: Both banks share the river.
goals:
  rules-kept: {title: Both banks keep the rules of the river., because: Quarrels begin where a rule is unclear.}
objectives:
  rules-written: {title: One sheet of rules hangs at both landings., supports: rules-kept}
  ferry-shared: {title: The ferry is shared., supports: rules-kept}
activities:
  drafting:
    title: Drafting the rules together
    supports: rules-written
    who: ash
    tasks: {table: Find a table that stands on neither bank}
  ferry-talks: {title: Talks about the ferry, supports: ferry-shared, who: elm}
people: {ash: Ash, elm: Elm}
parties: {upper: The upper bank}
`;

/** Titles that try to be more than titles. */
export const HOSTILE_TITLES = [
  '<script>alert(1)</script>',
  '</script><script>alert(2)</script>',
  '"><img src=x onerror=alert(3)>',
  "' onmouseover='alert(4)",
  'javascript:alert(5)',
  '</style><svg onload=alert(6)>',
  '<!--<script>',
  ']]><a href=javascript:alert(7)>x</a>',
  '${alert(8)} {{alert(9)}} `alert(10)`',
  '\u202egnp.exe \u2066hidden\u2069 \u0007bell',
  '&lt;b&gt; &amp; &#60;i&#62;',
  '</title><iframe src=javascript:alert(11)></iframe>',
];

const quoted = (text) => JSON.stringify(text);

/** A plan in which every text is one of them. */
export function hostile() {
  const at = (number) => quoted(HOSTILE_TITLES[number % HOSTILE_TITLES.length]);
  const many = (count, line) => HOSTILE_TITLES.slice(0, count).map((_, number) => line(number)).join('');
  return `title: ${at(1)}
summary: ${at(2)}
labels: {goals: ${at(0)}, objectives: ${at(5)}}
ambition: {title: ${at(0)}, description: ${at(2)}, because: ${at(6)}}
goals:
${many(3, (n) => `  goal-${n}: {title: ${at(n)}, because: ${at(n + 1)}}\n`)}objectives:
${many(12, (n) => `  objective-${n}: {title: ${at(n)}, supports: goal-${n % 3}, because: ${at(n + 2)}}\n`)}activities:
${many(12, (n) => `  work-${n}: {title: ${at(n)}, supports: objective-${n}, who: person-${n}, with: party-${n % 4}, tasks: {task-${n}: ${at(n + 3)}}}\n`)}people:
${many(12, (n) => `  person-${n}: {title: ${at(n + 1)}, notes: ${at(n)}}\n`)}parties:
${many(4, (n) => `  party-${n}: {title: ${at(n + 4)}, access: {person-${n}: trusted}}\n`)}donors:
${many(2, (n) => `  donor-${n}: {title: ${at(n + 7)}}\n`)}choices:
  choice-1: {question: ${at(2)}, options: {one: ${at(0)}, two: ${at(1)}}}
assumptions: {assumption-1: ${at(3)}}
`;
}

/** A plan that is written from right to left, with words of the other direction in it. */
export const RIGHT_TO_LEFT = `title: طريق السوق
language: ar
ambition: يستخدم الناس طريق السوق مرة أخرى دون خوف.
goals:
  الطريق: {title: الطريق آمن في أيام السوق., because: الخوف يبدأ على الطريق.}
objectives:
  الحراسة: {title: تتفق القريتان على من يحرس الطريق (plan B)., supports: الطريق}
activities:
  لقاءات: {title: لقاءات بين شيوخ القريتين, supports: الحراسة, who: نهر, with: العليا}
people: {نهر: النهر، بائع القماش}
parties: {العليا: {title: القرية العليا, access: {نهر: trusted}}}
`.replace('النهر، بائع القماش', '"النهر، بائع القماش"');

/** A plan with many things at every level. */
export function many() {
  const numbers = (count) => Array.from({ length: count }, (_, number) => number);
  const rest = 'so that everybody on both banks knows of it and has had the time to say what they think';
  return `title: A long plan
ambition: The valley is at peace, and the people of all of its villages can travel in it without fear.
goals:
${numbers(4).map((n) => `  goal-${n}: {title: "Goal number ${n}, ${rest}", because: It was agreed.}\n`).join('')}objectives:
${numbers(12).map((n) => `  objective-${n}: {title: "Objective number ${n}, ${rest}", supports: goal-${n % 4}}\n`).join('')}activities:
${numbers(36).map((n) => `  work-${n}: {title: "Work number ${n}, ${rest}", supports: objective-${n % 12}, who: person-${n % 9}, tasks: {task-${n}: "Task number ${n}", task-${n}-b: "Another task of work ${n}"}}\n`).join('')}people:
${numbers(9).map((n) => `  person-${n}: Person ${n}\n`).join('')}`;
}
